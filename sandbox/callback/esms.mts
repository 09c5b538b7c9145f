import { randomUUID } from 'node:crypto';
import { callbackCall } from '../simulator/esms/callbackCall.mjs';
import { reportParameters } from '../simulator/esms/callbackForm.mjs';
import { shortCodeCall } from '../simulator/esms/shortCode.mjs';
import type { OutboundCall } from '../simulator/outbound.mjs';
import { throughZalo, type Message } from '../simulator/records.mjs';
import { defaultSettings } from '../simulator/settings.mjs';
import { World } from '../simulator/world.mjs';
import { zaloMessage } from '../simulator/zalo/failures.mjs';
import { BadInput, oneOf, type Details, type Door, type Kind } from './door.mjs';

type Sample = Pick<Message, 'channel' | 'phone' | 'price'> & Partial<Message>;

/** SendStatus of each status (esms.md 12.4); delivered and failed are both 5, and the counters tell them apart. */
const SEND_STATUS = { delivered: 5, failed: 5, rejected: 4, sent: 7, waiting: 2 } as const;
const STATUSES = Object.keys(SEND_STATUS) as Array<keyof typeof SEND_STATUS>;

/** The reason in the sample of a failed ZNS (esms.md 12.2). */
const SAMPLE_REASON = '-114';
const SAMPLE_PHONE = '0901888484';
/** In the samples of the types 26 and 27 (esms.md 12.2). */
const USER = { phone: '', zaloUserId: '31215806834323092', oaId: '4097311281936189049' };

/** eSMS: delivery callbacks, which it does not sign (esms.md 12.1), and texts to a short code, which it does (12.6). */
export const esms: Door = {
	label: 'eSMS',
	kinds: {
		zns: report('a ZNS to a phone number', { channel: 'zns', typeId: 25, phone: SAMPLE_PHONE, oaId: '1397492183140006179', templateId: '2056446', price: 330 }),
		'zns-uid': report('a ZNS to a Zalo user ID', { channel: 'zns', typeId: 25, phone: '', zaloUserId: '5308693166941955879', oaId: '3639635426588416370', templateId: '523194', price: 2104 }),
		sms: report('a customer-care SMS', { channel: 'sms', typeId: 2, phone: SAMPLE_PHONE, price: 850 }),
		advertising: report('an advertising SMS', { channel: 'sms', typeId: 1, phone: '', price: 850 }),
		viber: report('a Viber message', { channel: 'viber', typeId: 23, phone: SAMPLE_PHONE, price: 470 }),
		transaction: report('a transaction message', { channel: 'zalo', typeId: 26, ...USER, price: 60 }),
		consultation: report('a consultation message', { channel: 'zalo', typeId: 26, ...USER, price: 60 }),
		journey: report('a ZNS in a journey', { channel: 'zns', typeId: 27, ...USER, price: 220 }),
		voice: report('a voice call', { channel: 'voice', phone: SAMPLE_PHONE, price: 500 }),
		'short-code': {
			what: 'a customer texts a short code',
			takes: ['message-id', 'phone', 'partner-id', 'text'],
			signedBy: 'Partner Key',
			call: text,
		},
	},
};

/** The kind of the callback about a message like this one. */
function report(what: string, sample: Sample): Kind {
	const isZalo = throughZalo(sample);
	return {
		what,
		takes: [
			'status', 'message-id', 'method',
			...(isZalo ? (['reason', 'oa-id'] as const) : []),
			...(sample.phone === '' || sample.channel === 'voice' ? [] : (['phone'] as const)),
			...(sample.channel === 'voice' ? [] : (['request-id'] as const)),
		],
		call: (url, details) => {
			const status = oneOf('status', details.status ?? 'delivered', STATUSES);
			const { esms: settings } = defaultSettings();
			const method = oneOf('method', details.method ?? 'get', ['get', 'post']) === 'get' ? 'GET' : 'POST';
			const parameters = reportParameters([messageOf(sample, status, details)], SEND_STATUS[status], settings);
			return { provider: 'esms', ...callbackCall(url, parameters, { ...settings.callback, method }) };
		},
	};
}

function messageOf(sample: Sample, status: string, details: Details): Message {
	const failure = status === 'failed' ? failureOf(sample, details) : undefined;
	if (details.reason !== undefined && !failure) throw new BadInput('--reason belongs to a message that failed: add --status=failed.');
	return {
		...sample,
		id: details['message-id'] ?? randomUUID().replaceAll('-', ''),
		provider: 'esms',
		text: '',
		senderName: '',
		phone: details.phone ?? sample.phone,
		oaId: details['oa-id'] ?? sample.oaId,
		requestId: details['request-id'],
		state: failure ? 'failed' : status === 'delivered' ? 'delivered' : 'accepted',
		failure,
		// A failed message has neither a price nor an ID of Zalo in the sample (esms.md 12.2).
		price: failure ? 0 : sample.price,
		zaloMessageId: failure || !throughZalo(sample) ? undefined : randomUUID().replaceAll('-', '').slice(0, 20),
		createdAt: Date.now(),
		events: [],
	};
}

/** Only callbacks of messages through Zalo tell a reason (esms.md 12.3). */
function failureOf(sample: Sample, { reason = SAMPLE_REASON }: Details): Message['failure'] {
	if (!throughZalo(sample)) return { code: 0, message: '' };
	if (!/^-\d{1,5}$/.test(reason)) throw new BadInput(`--reason is a code of Zalo such as -118, not "${reason}".`);
	return { code: Number(reason), message: zaloMessage(Number(reason)) };
}

function text(url: string, details: Details, privateKey: string): OutboundCall {
	const { shortCode } = defaultSettings().esms;
	const world = new World({ esms: { shortCode: { privateKey, cpid: details['partner-id'] ?? shortCode.cpid } } }, Date.now);
	return shortCodeCall(world, {
		url,
		sender: details.phone ?? SAMPLE_PHONE,
		content: details.text ?? 'DH DH001',
		serviceNumber: '8041',
		...(details['message-id'] === undefined ? {} : { smsid: details['message-id'] }),
		...(privateKey === '' ? { omit: ['sign'] } : {}),
	});
}
