import { createHash } from 'node:crypto';
import { errorOf, otpBody, sendByUid, sendOtp, zalo } from './zaloCalls.mjs';
import { NOON, TEMPLATE, useZaloDay } from './zaloDay.mjs';

const day = useZaloDay();

it('by hashed phone: the vector, and what is no hash of an 84 number', async () => {
	const hash = '116ce31ae9170769b075a11dedca1198f41d30318334919fb90917e9c617b438';
	const byHash = async (hash_phone: string, path = 'hashphone') => await zalo(day.simulator, 'POST', `${TEMPLATE}/${path}`, otpBody({ phone: undefined, hash_phone }));
	expect(createHash('sha256').update('84987654321').digest('hex')).toBe(hash);
	await sendOtp(day.simulator, { phone: '84987654321' });
	expect(errorOf(await byHash(hash))).toBe(0);
	expect(day.simulator.messages().at(-1)).toMatchObject({ phone: '0987654321', hashPhone: hash });
	expect(errorOf(await byHash(hash.toUpperCase()))).toBe(-108);
	expect(errorOf(await byHash(createHash('sha256').update('0987654321').digest('hex')))).toBe(-118);
	expect(errorOf(await byHash(createHash('sha256').update('84901000139').digest('hex')))).toBe(-139);
	expect(errorOf(await byHash(hash, 'hash_phone'))).toBe(-106);
	day.simulator.configure({ zalo: { send: { hashPath: 'hash_phone' } } });
	expect([errorOf(await byHash(hash, 'hash_phone')), errorOf(await byHash(hash))]).toEqual([0, -106]);
});

it('by user ID: both answers, and what it refuses', async () => {
	const user_id = '8347391743918472';
	expect((await sendByUid(day.simulator)).json()).toEqual({
		error: 0,
		message: 'Success',
		data: { message_id: expect.any(String), user_id, sent_time: String(NOON), quota: { quota_type: 'purchase_quota', remain: 4821 } },
	});
	day.simulator.configure({ zalo: { send: { uidAnswer: 'contract' } } });
	expect((await sendByUid(day.simulator)).json()).toEqual({
		error: 0,
		message: 'Success',
		sent_time: String(NOON),
		data: { message_id: expect.any(String), user_id, quota: { quota_type: 'purchase_quota', owner_type: 'OA', owner_id: '2893352839501541173' } },
	});
	expect(errorOf(await sendByUid(day.simulator, { user_id: undefined }))).toBe(-201);
	expect(errorOf(await sendByUid(day.simulator, { tracking_id: 'x' }))).toBe(-201);
	expect(errorOf(await sendByUid(day.simulator, { template_id: '415201', template_data: { otp: '1' } }))).toBe(-249);
	expect(errorOf(await sendByUid(day.simulator, { template_id: '415204' }))).toBe(-131);
	expect(errorOf(await sendByUid(day.simulator, { user_id: '70000000000000213' }))).toBe(-213);
	day.simulator.configure({ zalo: { send: { uidTrackingId: 'ignore' }, limits: { uidRemaining: 3 } } });
	expect(errorOf(await sendByUid(day.simulator, { tracking_id: 'x' }))).toBe(0);
	expect(errorOf(await sendByUid(day.simulator))).toBe(-211);
});

it.each([['118', -118], ['119', -119], ['114', -114], ['139', -139], ['141', -141]])('0901000%s is refused at once', async (nnn, code) => {
	expect(errorOf(await sendOtp(day.simulator, { phone: `84901000${nnn}` }))).toBe(code);
	expect(day.simulator.messages()).toEqual([]);
});

it('the other scripted recipients do what they do elsewhere', async () => {
	expect(errorOf(await sendOtp(day.simulator, { phone: '84901001137' }))).toBe(-137);
	expect((await sendOtp(day.simulator, { phone: '84903000503' })).status).toBe(503);
	await expect(sendOtp(day.simulator, { phone: '84903001001' })).rejects.toThrow();
	expect((await sendOtp(day.simulator, { phone: '84903001004' })).text).toBe('{"message":"Invalid request"}');
	expect(day.simulator.messages()).toEqual([]);
	await expect(sendOtp(day.simulator, { phone: '84903001002' })).rejects.toThrow();
	expect((await sendOtp(day.simulator, { phone: '84903001006' })).json).toThrow(SyntaxError);
	await day.simulator.whenIdle();
	expect(day.simulator.messages().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});
