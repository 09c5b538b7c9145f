import { createHash, createHmac } from 'crypto';
import fc from 'fast-check';
import { stepsOf } from '../../nodes/domain/path';
import { isSignedBy } from '../../nodes/providers/caresoft/signature';
import { readWebhook } from '../../nodes/providers/caresoft/webhook';
import { readInbound } from '../../nodes/providers/esms/inbound';
import { clientResponse } from '../../nodes/providers/esms/inboundReply';
import { isInboundSignedBy } from '../../nodes/providers/esms/inboundSignature';
import { decodeEvent } from '../../nodes/ZnsDeliveryTrigger/caresoft/event';
import { decodeQuery } from '../support/triggerCalls.mjs';
import { fuzz, type Verdict } from './campaign.mjs';
import { hostileJson, hostileQuery, hostileText, monstrousJson } from './hostile.mjs';
import { mutated, place, withOtherValues } from './mutate.mjs';
import { expectPlain, expectReport, expectTime, UNPRINTABLE } from './oracles.mjs';

const SECRET = 'CS123';
const EVENT = JSON.stringify({
	object: 'ticket',
	action: 'update',
	ticket: {
		ticket_id: 297005, ticket_no: 205028, ticket_source: 'inbox_zalo_zns', ticket_subject: 'Xác nhận', requester: { phone_no: '0901888484' },
		ticket_comment: { status: 'delivered' }, created_at: 1705484048995, updated_at: '1705484048995',
		addition_fields: [{ id: 1, label: 'Phân loại', value: 'a' }, { id: 2, lable: '__proto__', value: { polluted: true } }],
	},
});
const reading = { path: 'ticket.ticket_comment.status', delivered: ['delivered', '1'], notDelivered: ['failed', '-1'], ofAnyEvent: true };

const bodies = fc.oneof(
	{ weight: 6, arbitrary: withOtherValues([EVENT], hostileJson).map((text) => Buffer.from(text, 'utf8')) },
	{ weight: 6, arbitrary: mutated([EVENT]) },
	{ weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
	{ weight: 2, arbitrary: fc.oneof({ weight: 20, arbitrary: hostileJson }, { weight: 1, arbitrary: monstrousJson }).map((text) => Buffer.from(`{"object":"ticket","ticket":${text}}`, 'utf8')) },
);
const sign = (body: Buffer) => createHmac('sha1', SECRET).update(body).digest('hex');

fuzz(
	'CareSoft webhook',
	fc.record({ body: bodies, path: fc.oneof({ weight: 3, arbitrary: fc.constant(reading.path) }, { weight: 1, arbitrary: fc.oneof(hostileText, fc.constant('__proto__.constructor.name')) }), at: place, header: fc.oneof(hostileText, hostileJson.map((text) => JSON.parse(text) as unknown)) }),
	({ body, path, at, header }): Verdict => {
		const signature = sign(body);
		expect(isSignedBy(body, signature, SECRET)).toBe(true);
		expect(isSignedBy(body, header, SECRET)).toBe(false);
		const altered = Buffer.from(body);
		const place = Math.floor(at * body.length);
		altered[place] = (body[place] ?? 0) ^ 1;
		if (body.length > 0) expect(isSignedBy(altered, signature, SECRET)).toBe(false);

		const report = readWebhook(body, { ...reading, path: stepsOf(path) ?? [] }, new Date(0));
		if (!report.ok) return 'refused';
		expectReport(report.value);
		const event = decodeEvent(report.value.raw);
		expectPlain(event, 'event');
		expectTime(event.createdAt, 'createdAt');
		expectTime(event.updatedAt, 'updatedAt');
		return 'accepted';
	},
);

const KEYS = { partnerId: 'CP01', partnerPrivateKey: 'PrivateKey123' };
const MESSAGE = { sender: '84901888484', content: 'MUA VE 2', serviceNumber: '8041', keyword: 'MUA', cpid: 'CP01', smsid: '1001', receiverTime: '20130228130101' };
const NAMES = [...Object.keys(MESSAGE), 'sign', 'receiveTime'];
const text = hostileText.map((given) => given.replace(/\p{Cs}/gu, '\ufffd'));

/** Queries that are signed, as far as they can be. */
const calls = fc.oneof(
	fc.dictionary(fc.constantFrom(...Object.keys(MESSAGE)), text, { maxKeys: 3 }).map((others): Record<string, unknown> => ({ ...MESSAGE, ...others })),
	fc.tuple(mutated([new URLSearchParams(MESSAGE).toString()]), hostileQuery(NAMES)).map(([bytes, more]) => decodeQuery(`${String(bytes)}&${more}`)),
).map((query) => {
	const { cpid, smsid, content, receiverTime, receiveTime } = query;
	const time = receiverTime ?? receiveTime;
	const signed = [cpid, smsid, content, time, KEYS.partnerPrivateKey].map((part) => (typeof part === 'string' ? part : ''));
	return { ...query, sign: createHash('md5').update(signed.join('')).digest('base64') };
});

fuzz(
	'short code message',
	fc.record({ query: calls, other: fc.constantFrom('content', 'smsid', 'cpid', 'receiverTime', 'sign'), addition: text.filter((given) => given.trim() !== '') }),
	({ query, other, addition }): Verdict => {
		const call = readInbound(query);
		if (!call.ok) {
			expect(call.fault.length).toBeLessThan(300);
			return 'refused';
		}
		const { message, signed, sender } = call.value;
		expectPlain(message);
		expectTime(message.receivedAt, 'receivedAt');
		expect(message.content).toBe(message.content.normalize('NFC'));
		expect(message.raw).not.toHaveProperty('sign');
		for (const id of [message.messageId, message.from, message.shortCode]) expect(id.length).toBeLessThanOrEqual(200);
		const xml = clientResponse({ messageId: message.messageId, sender, text: message.content });
		expect(xml).toMatch(/^<ClientResponse><Message>[^<]*<\/Message><Smsid>[^<]*<\/Smsid><Receiver>[^<]*<\/Receiver><\/ClientResponse>$/);
		expect(UNPRINTABLE.test(xml)).toBe(false);

		if (!isInboundSignedBy(signed, KEYS)) return 'refused';
		// Something more in one of the fields: another message, so the signature is wrong.
		const altered = readInbound({ ...query, [other]: `${String((query as Record<string, unknown>)[other])}${addition}` });
		if (altered.ok) expect(isInboundSignedBy(altered.value.signed, KEYS)).toBe(false);
		return 'accepted';
	},
);
