import { DateTime } from 'luxon';
import { zaloFailure } from '../../nodes/domain/failures/catalogue';
import { maskNumbers, maskPhone } from '../../nodes/domain/mask';
import { parsePhone } from '../../nodes/domain/phone';
import { publicUrlFault, withoutPassword } from '../../nodes/domain/publicUrl';
import { deriveRequestId, requestKeyOf } from '../../nodes/domain/requestId';
import { markFirstLeg, secondLegIsUnderWay } from '../../nodes/domain/secondLeg';
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
import { rawPath } from '../../nodes/shared/fields/kinds/rawPath';
import { decodeEvent } from '../../nodes/ZnsDeliveryTrigger/caresoft/event';
import { exchange } from './answers.mjs';
import { HANG_SECONDS, timed } from './campaign.mjs';
import { CARESOFT_CALLS } from './caresoftCalls.mjs';
import { ESMS_CALLS } from './esmsCalls.mjs';
import { BIG, hugeOf, MONSTERS } from './hostile.mjs';
import { print } from '../support/print.mjs';
import { pollution } from './oracles.mjs';
import { watch } from './watchdog.mjs';
import { ZALO_CALLS } from './zaloCalls.mjs';

const CALLBACK = { SMSID: '1', SendStatus: '5', SendSuccess: '0', SendFailed: '1', TypeId: '25' };
const INBOUND = { sender: '84901888484', content: 'a', serviceNumber: '8041', keyword: 'a', cpid: 'c', smsid: '1', receiverTime: '20130228130101', sign: 'x' };
const reading = { path: ['ticket', 'state'], delivered: ['a'], notDelivered: ['b'], ofAnyEvent: true };
const identity = { workflowId: 'w', nodeId: 'n', operation: 'sendZns', channel: 'zns', recipient: '0901888484', sandbox: false };
const template = (kind: ParameterKind) => ({ id: '1', name: 'T', status: '', statusReason: '', inOrder: true, parameters: [{ name: 'p', kind, required: true, acceptsEmpty: false }] });

type Reader = (text: string) => unknown;

const webhook = (body: object) => readWebhook(Buffer.from(JSON.stringify({ object: 'ticket', ...body })), reading, new Date(0));
const table = (row: object) => transactionFaults({ elements: [{ type: 'table', content: [{ key: 'a', value: 'a', ...row }] }], buttons: [] }, 'VI', STRICT_LIMITS);
const button = (parts: { title?: string; content?: string; phone_code?: string }) =>
	transactionFaults({ elements: [], buttons: [{ title: parts.title ?? 'a', type: 'oa.open.sms', payload: { content: parts.content ?? 'a', phone_code: parts.phone_code ?? '1' } }] }, 'VI', STRICT_LIMITS);
const photo = (parts: { text?: string; imageUrl?: string }) => consultationFaults({ form: 'photo', text: 'a', media: 'image', imageUrl: 'https://a.vn/a.png', ...parts });

/** Every place where a text from outside comes in. */
const READERS: Record<string, Reader[]> = {
	phone: [parsePhone],
	text: [toNfc, codePointLength, quote, wellFormed, maskNumbers, maskPhone],
	xml: [escapeXml, (text) => clientResponse({ messageId: text, sender: '1', text: 'a' }), (text) => clientResponse({ messageId: '1', sender: '1', text })],
	url: ['', 'https://', 'https://a.vn/', 'https://a.vn/zns-delivery?', 'https://a:b@'].flatMap((before) => [publicUrlFault, withoutPassword, markFirstLeg].map((read): Reader => (text) => read(before + text))),
	'sign of a second leg': [(text) => secondLegIsUnderWay({ requestId: text, callbackUrl: text, query: { [text]: text, secondLeg: text } })],
	date: ['', '2026-12-31', '2026-12-31T08:30:00'].map((before) => (text) => toVietnamSendDate(before + text, 'utc', DateTime.fromMillis(0))),
	'request ID': [(text) => deriveRequestId({ ...identity, content: text }, { by: 'content' }), (text) => deriveRequestId({ ...identity, content: 1 }, { by: 'key', key: text }), (text) => requestKeyOf(`zns.${text}.0123456789abcdef`)],
	'name of a template parameter': [(text) => checkTemplateValues(template('text'), { [text]: 'a' })],
	'value of a template parameter': (['text', 'number', 'date', 'url'] as const).flatMap((kind) => ['', '1'].map((before): Reader => (text) => checkTemplateValues(template(kind), { p: before + text }))),
	'Zalo message': [
		(text) => photo({ text }),
		(text) => photo({ imageUrl: `https://a.vn/${text}` }),
		(text) => transactionFaults({ elements: [{ type: 'header', content: text }], buttons: [] }, 'VI', STRICT_LIMITS),
		...(['key', 'value', 'style'] as const).map((name): Reader => (text) => table({ [name]: text })),
		...(['title', 'content', 'phone_code'] as const).map((name): Reader => (text) => button({ [name]: text })),
	],
	JSON: [tryParseJson, (text) => tryParseJson(`"${text}`), (text) => tryParseJson(JSON.stringify(text))],
	error_info: [readErrorInfo, (text) => readErrorInfo(`{"error":-1,"message":${JSON.stringify(text)}}`), (text) => readErrorInfo(`{"error":0}____${text}`)],
	failure: [(text) => zaloFailure(text, 'a'), (text) => zaloFailure('-1', text)],
	callback: [...Object.keys(CALLBACK), 'phonenumber', 'RequestId', 'error_info', 'TotalPrice', 'x'].map((name) => (text) => readCallback({ ...CALLBACK, [name]: text }, new Date(0))),
	'message to a short code': Object.keys(INBOUND).map((name) => (text) => readInbound({ ...INBOUND, [name]: text })),
	webhook: [
		(text) => webhook({ ticket: { ticket_id: text } }),
		(text) => webhook({ ticket: { state: text } }),
		(text) => webhook({ ticket: { requester: { phone_no: text } } }),
		(text) => decodeEvent({ object: 'user', user: { addition_fields: text } }),
		(text) => readWebhook(Buffer.from(text), reading, new Date(0)),
		(text) => isSignedBy(Buffer.from(text), text, 'k'),
		(text) => rawPath(text, 'UTC'),
		(text) => rawPath(`{{ $('${text}').item.json.raw.state }}`, 'UTC'),
	],
};

const guard = watch('sizes', 0, HANG_SECONDS);
let inputs = 0;
let slowest = 0;
afterAll(async () => {
	print(`fuzz  ${'sizes'.padEnd(20)} ${String(inputs).padStart(8)} inputs  slowest ${Math.round(slowest)} ms`);
	await guard.close();
});

/** Runs one input after the other, each within the limit; what a reader throws makes the test fail. */
async function expectQuick(attempts: Array<() => unknown>): Promise<void> {
	for (const attempt of attempts) {
		guard.begin(++inputs);
		const [, ms] = await timed(attempt);
		slowest = Math.max(slowest, ms);
	}
	guard.begin(0);
	expect(pollution()).toEqual([]);
}

it.each(Object.keys(READERS))('a huge text of anything is no matter for: %s', async (name) => {
	const texts = BIG.map(hugeOf);
	await expectQuick((READERS[name] ?? []).flatMap((read) => texts.map((text) => () => read(text))));
});

/** The answers of a call that are far too much, whole and in the place of its first value. */
const monstrous = (samples: string[]) => MONSTERS.flatMap((make) => [make(), ...samples.map((sample) => sample.replace(/(:\s*)("[^"]*"|\d+)(?=[,\s}])(?!.*CodeRes)/s, (_, colon: string) => colon + make()))]);
const answer = (body: string) => ({ status: 200, headers: {}, body });

it('10,000 keys, 10,000 levels and endless texts are no matter in an answer of eSMS', async () => {
	const attempts = Object.entries(ESMS_CALLS).flatMap(([call, { samples }]) => monstrous(samples).map((body) => async () => await exchange(ESMS_CALLS, (transport) => ({ baseUrl: '', transport }), { call, answer: answer(body) })));
	await expectQuick(attempts);
	expect(attempts.length).toBeGreaterThan(300);
});

it('nor in an answer of CareSoft', async () => {
	const attempts = Object.entries(CARESOFT_CALLS).flatMap(([call, { samples }]) => monstrous(samples).map((body) => async () => await exchange(CARESOFT_CALLS, (transport) => ({ host: 'https://api.caresoft.vn', domain: 'shop', transport }), { call, answer: answer(body) })));
	await expectQuick(attempts);
	expect(attempts.length).toBeGreaterThan(200);
});

it('nor in an answer of Zalo', async () => {
	const attempts = Object.entries(ZALO_CALLS).flatMap(([call, { samples }]) => monstrous(samples).map((body) => async () => await exchange(ZALO_CALLS, (transport) => ({ baseUrl: '', transport }), { call, answer: answer(body) })));
	await expectQuick(attempts);
	expect(attempts.length).toBeGreaterThan(200);
});
