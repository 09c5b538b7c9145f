import { call } from './client.mjs';
import { errorOf, sendByUid, sendOtp, zalo } from './zaloCalls.mjs';
import { TEMPLATE, useZaloDay } from './zaloDay.mjs';

const day = useZaloDay();

it('the forms of an answer that were seen or must be borne', async () => {
	day.simulator.configure({ zalo: { answers: { sendingMode: 'null', quota: 'zero', error: 'string', errorData: 'null' } } });
	expect((await sendOtp(day.simulator)).json()).toMatchObject({ error: '0', data: { sending_mode: null, quota: { dailyQuota: '0', remainingQuota: '0' } } });
	expect((await sendOtp(day.simulator, { phone: '84901000118' })).json()).toEqual({ error: '-118', message: 'Zalo account not existed', data: null });
	day.simulator.configure({ zalo: { answers: { errorData: 'empty', error: 'number', errorStatus: 400 } } });
	const answer = await sendOtp(day.simulator, { phone: '84901000118' });
	expect(answer).toMatchObject({ status: 400 });
	expect(answer.json()).toEqual({ error: -118, message: 'Zalo account not existed', data: {} });
});

it('any call can meet any fault, as often as is said', async () => {
	day.simulator.configure({
		zalo: {
			faults: [
				{ call: '/business/template/*', error: -100, times: 1 },
				{ call: '/business/message/template', error: -152, message: 'E2EE', after: 1, times: 1 },
				{ call: '/openapi/v3.0/oa/message/template', answer: 'closeAfter' },
				{ call: '/oauth/v4/oa/access_token', error: -14003 },
				{ call: '/business/message/status', answer: 'empty' },
			],
		},
	});
	const list = '/business/template/all?offset=0&limit=10';
	expect([errorOf(await zalo(day.simulator, 'GET', list)), errorOf(await zalo(day.simulator, 'GET', list))]).toEqual([-100, 0]);
	expect(errorOf(await sendOtp(day.simulator))).toBe(0);
	day.simulator.configure({ zalo: { oaName: 'Other' } });
	expect((await sendOtp(day.simulator)).json()).toEqual({ error: -152, message: 'E2EE' });
	expect(errorOf(await sendOtp(day.simulator))).toBe(0);
	await expect(sendByUid(day.simulator)).rejects.toThrow();
	expect(day.simulator.messages()).toHaveLength(3);
	const refused = await call('POST', `${day.simulator.zaloUrl}/oauth/v4/oa/access_token`, '');
	expect(refused.json()).toMatchObject({ error: -14003, error_name: 'Invalid redirect uri' });
	expect((await zalo(day.simulator, 'GET', '/business/message/status?message_id=1')).text).toBe('');
});

it('what was ended, and what there never was', async () => {
	expect(errorOf(await zalo(day.simulator, 'POST', '/openapi/v3.0/oa/message/transaction', {}))).toBe(-240);
	expect(errorOf(await zalo(day.simulator, 'GET', TEMPLATE))).toBe(-106);
});
