import fc from 'fast-check';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { readSendAnswer, sendZns, type ZnsMessage } from '../../../../nodes/providers/zalo/send';
import samples from '../../../fixtures/zalo/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

/** The sample of Zalo (zalo.md 3.1). */
const SAMPLE: ZnsMessage = {
	target: { by: 'phone', phone: '84987654321' },
	templateId: '7895417a7d3f9461cd2e',
	parameters: { ky: '1', thang: '4/2020', customer: 'Nguyễn Thị Hoàng Anh', total: '100000' },
	trackingId: 'tracking_id',
};

async function requestOf(message: ZnsMessage, baseUrl = '') {
	const { transport, requests } = recordingTransport(() => answerOf(message.target.by === 'zaloUserId' ? samples.sentByUserId : samples.sent));
	const result = await sendZns({ baseUrl, transport }, message);
	expect(requests).toHaveLength(1);
	return { ...requests[0], result };
}

it('goes to a phone number as Zalo documents it (zalo.md 3.1)', async () => {
	expect(await requestOf(SAMPLE)).toMatchObject({
		method: 'POST',
		url: 'https://business.openapi.zalo.me/message/template',
		body: { phone: '84987654321', template_id: '7895417a7d3f9461cd2e', template_data: SAMPLE.parameters, tracking_id: 'tracking_id' },
	});
	expect(Object.keys((await requestOf(SAMPLE)).body ?? {})).toEqual(['phone', 'template_id', 'template_data', 'tracking_id']);
});

it('goes to a hashed phone number (zalo.md 3.5)', async () => {
	const hashedPhone = '116ce31ae9170769b075a11dedca1198f41d30318334919fb90917e9c617b438';
	const { url, body } = await requestOf({ ...SAMPLE, target: { by: 'hashedPhone', hashedPhone } });
	expect(url).toBe('https://business.openapi.zalo.me/message/template/hashphone');
	expect(body).toMatchObject({ hash_phone: hashedPhone, tracking_id: 'tracking_id' });
	expect(body).not.toHaveProperty('phone');
});

it('goes to a Zalo user ID without what that call does not take (zalo.md 7)', async () => {
	const { url, body, result } = await requestOf({ ...SAMPLE, target: { by: 'zaloUserId', zaloUserId: '2512523625412515' }, sendingMode: '3', development: true });
	expect(url).toBe('https://openapi.zalo.me/v3.0/oa/message/template');
	expect(body).toEqual({ user_id: '2512523625412515', template_id: SAMPLE.templateId, template_data: SAMPLE.parameters });
	expect(result).toMatchObject({ messageId: 'b5e1354f', quota: { remainingQuota: 4821, quotaType: 'purchase_quota' } });
});

it('takes modes along where they are set (zalo.md 3.1, 3.6)', async () => {
	expect((await requestOf({ ...SAMPLE, sendingMode: '3', development: true })).body).toMatchObject({ sending_mode: '3', mode: 'development' });
	const normal = (await requestOf({ ...SAMPLE, sendingMode: '1', development: false })).body;
	expect(normal).toMatchObject({ sending_mode: '1' });
	expect(normal).not.toHaveProperty('mode');
});

it('reaches what stands in for all hosts', async () => {
	expect((await requestOf(SAMPLE, 'http://127.0.0.1:9')).url).toBe('http://127.0.0.1:9/business/message/template');
	expect((await requestOf({ ...SAMPLE, target: { by: 'zaloUserId', zaloUserId: '1' } }, 'http://127.0.0.1:9')).url).toBe('http://127.0.0.1:9/openapi/v3.0/oa/message/template');
});

describe('the answer (zalo.md 3.2, 7)', () => {
	it.each([
		['as documented', samples.sent, 'business' as const, { messageId: 'a4d0243feee163bd3af2', sentAt: '2021-07-22T03:59:09.402Z', sendingMode: '1', quota: { dailyQuota: 500, remainingQuota: 499, quotaType: null } }],
		['as seen live', samples.sentLive, 'business' as const, { sendingMode: null, quota: { dailyQuota: 0, remainingQuota: 0, quotaType: null } }],
		['by user ID', samples.sentByUserId, 'openapi' as const, { messageId: 'b5e1354f', sentAt: '2021-07-22T03:59:09.402Z' }],
		['by user ID, in the other form', samples.sentByUserIdOther, 'openapi' as const, { messageId: 'b5e1354f', sentAt: '2021-07-22T03:59:09.402Z', quota: { dailyQuota: null, remainingQuota: null, quotaType: 'reward_quota' } }],
		['without data', { error: 0 }, 'business' as const, { messageId: null, sentAt: null, quota: null }],
		['with data of another type', { error: 0, data: 'x' }, 'business' as const, { messageId: null }],
	])('%s is read', (_, body, host, read) => {
		expect(readSendAnswer(answerOf(body), host)).toMatchObject({ ...read, raw: body });
	});

	it.each([
		['business' as const, { msg_id: 'own', message_id: 'other' }, 'own'],
		['business' as const, { msg_id: null, message_id: 'other' }, 'other'],
		['openapi' as const, { msg_id: 'other', message_id: 'own' }, 'own'],
		['openapi' as const, { msg_id: 'other' }, 'other'],
		['openapi' as const, { msg_id: 'two words', message_id: '' }, null],
		['business' as const, { msg_id: ' 4611686018427387904123 ' }, '4611686018427387904123'],
		['business' as const, { msg_id: 12345 }, '12345'],
		['business' as const, { msg_id: {}, message_id: 'x'.repeat(201) }, null],
	])('of %s with %j names the message %p', (host, data, messageId) => {
		expect(readSendAnswer(answerOf({ error: 0, data }), host).messageId).toBe(messageId);
	});

	it.each([
		['x', null],
		[null, null],
		[['5'], null],
		[{}, { dailyQuota: null, remainingQuota: null, quotaType: null }],
		[{ dailyQuota: 'many', remainingQuota: '0', remain: 7 }, { dailyQuota: null, remainingQuota: 0, quotaType: null }],
	])('with the quota %j tells %j', (quota, told) => {
		expect(readSendAnswer(answerOf({ error: 0, data: { msg_id: 'm1', quota } }), 'business')).toMatchObject({ messageId: 'm1', quota: told });
	});

	it('means what the host makes of its code (zalo.md 9.4)', async () => {
		expect((await thrownBy(() => readSendAnswer(answerOf({ error: -100 }), 'openapi'))).failure.class).toBe('params');
		const { transport } = recordingTransport(() => answerOf({ error: -100 }));
		const classOf = async (message: ZnsMessage) => (await thrownBy(async () => await sendZns({ baseUrl: '', transport }, message))).failure.class;
		expect([await classOf(SAMPLE), await classOf({ ...SAMPLE, target: { by: 'zaloUserId', zaloUserId: '1' } })]).toEqual(['retry', 'params']);
	});

	it('of a taken message never throws, whatever stands in its data', () => {
		const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.constant(null), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()));
		const data = fc.oneof(value, fc.record({ msg_id: value, message_id: value, sent_time: value, sending_mode: value, quota: value }, { requiredKeys: [] }));
		fc.assert(
			fc.property(data, fc.constantFrom('business' as const, 'openapi' as const), (given, host) => {
				const { messageId, sentAt } = readSendAnswer(answerOf({ error: 0, data: given }), host);
				expect(messageId === null || /^[\x21-\x7e]{1,200}$/.test(messageId)).toBe(true);
				expect(sentAt === null || !Number.isNaN(Date.parse(sentAt))).toBe(true);
			}),
		);
	});

	it('of a refused one throws', () => {
		expect(() => readSendAnswer(answerOf(samples.phoneInvalid), 'business')).toThrow(ProviderError);
	});
});
