import { esms, KEYS } from './client.mjs';
import { onStage, queryEsms, reportsOf } from './sending.mjs';

type Own = Record<string, unknown>;

describe('sending Voice OTP and fixed-number messages (type 8) through eSMS', () => {
	const stage = onStage();

	/** The sample of the page. */
	const send = async (own: Own = {}) =>
		(await esms(stage.simulator, 'SendMultipleMessage_V4_post_json/', {
			...KEYS, Content: '686868', Phone: '0901888484', SmsType: '8', RequestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2', ...own,
		})).json();

	it('accepts the sample without a brandname and calls it type 8 everywhere', async () => {
		const { SMSID, ...rest } = await send({ CallbackUrl: stage.receiver.url });
		expect(rest).toEqual({ CodeResult: '100', CountRegenerate: 0 });
		await stage.simulator.whenIdle();
		expect(stage.simulator.messages()[0]).toMatchObject({ id: SMSID, typeId: 8, text: '686868', state: 'delivered' });
		expect(stage.simulator.messages()[0]?.brandname).toBeUndefined();
		expect(reportsOf(stage.receiver)).toEqual([
			expect.objectContaining({ SMSID, TypeId: '8', SendSuccess: '1', telcoid: '2', phonenumber: '0901888484', switchsmsid: '' }),
		]);
		expect((await queryEsms(stage.simulator, 'GetSendStatus', { RefId: String(SMSID) })).json()).toMatchObject({ SendStatus: 5, SendSuccess: 1 });
	});

	it('may be called back without number and telco, for there is no sample', async () => {
		stage.simulator.configure({ esms: { fixedNumber: { callback: 'bare' } } });
		await send({ CallbackUrl: stage.receiver.url });
		await stage.simulator.whenIdle();
		expect(Object.keys(reportsOf(stage.receiver)[0] ?? {}).at(-1)).toBe('TypeId');
	});

	it.each(['0901888484,0918238965', '0901888484;0918238965', '0901888484 0918238965', '0901888484|0918238965'])('answers 163 to %s', async (Phone) => {
		expect(await send({ Phone })).toMatchObject({ CodeResult: '163' });
	});

	it.each([
		['100', { Phone: '84901888484' }],
		['108', { Phone: '097469188' }],
		['108', { Phone: '' }],
		['110', { Content: '' }],
		['101', { ApiKey: '' }],
	])('answers %s to %j', async (code, own) => {
		expect(await send(own)).toMatchObject({ CodeResult: code });
	});

	it('tells the status of the earlier message with a used RequestId', async () => {
		await send();
		await stage.simulator.whenIdle();
		expect(await send()).toEqual({ CodeResult: '124', CountRegenerate: 0, ErrorMessage: 'Request exist 1', SendStatus: '5' });
	});
});
