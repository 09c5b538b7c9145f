import { DateTime } from 'luxon';
import { zaloFailure } from '../../nodes/domain/failures/catalogue';
import { maskNumbers, maskPhone } from '../../nodes/domain/mask';
import { parsePhone } from '../../nodes/domain/phone';
import { publicUrlFault } from '../../nodes/domain/publicUrl';
import { deriveRequestId, requestKeyOf } from '../../nodes/domain/requestId';
import { toVietnamSendDate } from '../../nodes/domain/sendDate';
import { checkTemplateValues, type ParameterKind } from '../../nodes/domain/template';
import { codePointLength, quote, toNfc, wellFormed } from '../../nodes/domain/text';
import { STRICT_LIMITS, transactionFaults } from '../../nodes/domain/transaction/rules';
import { escapeXml } from '../../nodes/domain/xml';
import { consultationFaults } from '../../nodes/domain/zalo/consultation';
import { isSignedBy } from '../../nodes/providers/caresoft/signature';
import { readWebhook } from '../../nodes/providers/caresoft/webhook';
import { readCallback } from '../../nodes/providers/esms/callback';
import { readErrorInfo } from '../../nodes/providers/esms/errorInfo';
import { readInbound } from '../../nodes/providers/esms/inbound';
import { clientResponse } from '../../nodes/providers/esms/inboundReply';
import { tryParseJson } from '../../nodes/providers/json';
import { decodeEvent } from '../../nodes/ZnsDeliveryTrigger/caresoft/event';
import { exchange } from './answers.mjs';
import { HANG_SECONDS, timed } from './campaign.mjs';
import { CARESOFT_CALLS } from './caresoftCalls.mjs';
import { ESMS_CALLS } from './esmsCalls.mjs';
import { BIG, megabyteOf, MONSTERS } from './hostile.mjs';
import { pollution } from './oracles.mjs';
import { watch } from './watchdog.mjs';

const CALLBACK = { SMSID: '1', SendStatus: '5', SendSuccess: '0', SendFailed: '1', TypeId: '25' };
const INBOUND = { sender: '84901888484', content: 'a', serviceNumber: '8041', keyword: 'a', cpid: 'c', smsid: '1', receiverTime: '20130228130101', sign: 'x' };
const reading = { path: 'ticket.state', delivered: ['a'], notDelivered: ['b'] };
const identity = { workflowId: 'w', nodeId: 'n', channel: 'zns', recipient: '0901888484', sandbox: false };
const template = (kind: ParameterKind) => ({ id: '1', name: 'T', status: '', statusReason: '', inOrder: true, parameters: [{ name: 'p', kind, required: true, acceptsEmpty: false }] });
const tableRow = (text: string) => [{ key: text, value: text, style: text }];

/** Every place where a text from outside comes in. */
const READERS: Record<string, (text: string) => unknown> = {
	phone: parsePhone,
	text: (text) => [toNfc(text), codePointLength(text), quote(text), wellFormed(text), maskNumbers(text), maskPhone(text)],
	xml: (text) => [escapeXml(text), clientResponse({ messageId: text, sender: text, text })],
	url: publicUrlFault,
	date: (text) => [text, `2026-12-31${text}`, `2026-12-31T08:30:00${text}`].map((value) => toVietnamSendDate(value, 'utc', DateTime.fromMillis(0))),
	'request ID': (text) => [deriveRequestId({ ...identity, content: text }, { by: 'content' }), deriveRequestId({ ...identity, content: 1 }, { by: 'key', key: text }), requestKeyOf(`zns.${text}.0123456789abcdef`)],
	'template value': (text) => checkTemplateValues(template('text'), { p: text }),
	'number, date or link of a template': (text) => (['number', 'date', 'url'] as const).map((kind) => checkTemplateValues(template(kind), { [text]: text, p: `1${text}` })),
	'Zalo message': (text) => [
		consultationFaults({ form: 'photo', text, media: 'image', imageUrl: `https://a.vn/${text}` }),
		transactionFaults({ elements: [{ type: 'header', content: text }, { type: 'table', content: tableRow(text) }], buttons: [{ title: text, type: 'oa.open.sms', payload: { content: text, phone_code: text } }] }, 'VI', STRICT_LIMITS),
	],
	JSON: (text) => [tryParseJson(text), tryParseJson(`"${text}`), tryParseJson(JSON.stringify(text))],
	error_info: (text) => [text, `{"error":-1,"message":${JSON.stringify(text)}}`, `{"error":0}____${text}`].map(readErrorInfo),
	failure: (text) => [zaloFailure(text, text), zaloFailure('-1', text)],
	callback: (text) => [...Object.keys(CALLBACK), 'phonenumber', 'RequestId', 'error_info', 'TotalPrice', 'x'].map((name) => readCallback({ ...CALLBACK, [name]: text }, new Date(0))),
	'message to a short code': (text) => Object.keys(INBOUND).map((name) => readInbound({ ...INBOUND, [name]: text })),
	webhook: (text) => {
		const body = { object: 'ticket', ticket: { ticket_id: text, state: text, requester: { phone_no: text } }, user: { addition_fields: text } };
		return [readWebhook(Buffer.from(JSON.stringify(body)), reading, new Date(0)), readWebhook(Buffer.from(text), reading, new Date(0)), decodeEvent({ ...body, object: 'user' }), isSignedBy(Buffer.from(text), text, 'k')];
	},
};

const guard = watch('sizes', 0, HANG_SECONDS);
afterAll(async () => await guard.close());
let inputs = 0;

/** Runs one input after the other, each within the limit; what a reader throws makes the test fail. */
async function expectQuick(attempts: Array<() => unknown>): Promise<void> {
	for (const attempt of attempts) {
		guard.begin(++inputs);
		await timed(attempt);
	}
	guard.begin(0);
	expect(pollution()).toEqual([]);
}

it.each(Object.keys(READERS))('a megabyte of anything is no matter for: %s', async (name) => {
	await expectQuick(BIG.map((unit) => () => READERS[name]?.(megabyteOf(unit))));
}, 120_000);

/** The answers of a call that are far too much, whole and in the place of its first value. */
const monstrous = (samples: string[]) => MONSTERS.flatMap((make) => [make(), ...samples.map((sample) => sample.replace(/(:\s*)("[^"]*"|\d+)(?=[,\s}])(?!.*CodeRes)/s, (_, colon: string) => colon + make()))]);
const answer = (body: string) => ({ status: 200, headers: {}, body });

it('10,000 keys, 10,000 levels and endless texts are no matter in an answer of eSMS', async () => {
	const attempts = Object.entries(ESMS_CALLS).flatMap(([call, { samples }]) => monstrous(samples).map((body) => async () => await exchange(ESMS_CALLS, (transport) => ({ baseUrl: '', transport }), { call, answer: answer(body) })));
	await expectQuick(attempts);
	expect(attempts.length).toBeGreaterThan(300);
}, 120_000);

it('nor in an answer of CareSoft', async () => {
	const attempts = Object.entries(CARESOFT_CALLS).flatMap(([call, { samples }]) => monstrous(samples).map((body) => async () => await exchange(CARESOFT_CALLS, (transport) => ({ host: 'https://api.caresoft.vn', domain: 'shop', transport }), { call, answer: answer(body) })));
	await expectQuick(attempts);
	expect(attempts.length).toBeGreaterThan(200);
}, 120_000);
