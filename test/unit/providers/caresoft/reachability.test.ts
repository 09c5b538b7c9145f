import fc from 'fast-check';
import { getReachability } from '../../../../nodes/providers/caresoft/reachability';
import samples from '../../../fixtures/caresoft/records.json';
import { answerOf } from '../recordingTransport';
import { accountWith } from './account';

async function ask(body: unknown) {
	const { client, requests } = accountWith(() => answerOf(body));
	return { result: await getReachability(client, '0983912980', '1600191234752846'), requests };
}

it('reads flags of both kinds, and long IDs as text (caresoft.md 7.2)', async () => {
	const { result, requests } = await ask(samples.userStatus);
	expect(result).toEqual({
		phone: '0983912980',
		oaId: '1600191234752846',
		canReceiveZns: false,
		follows: true,
		zaloUserId: '5123456789012345678',
		contactId: '63203810',
		name: 'Nguyễn Hải Hà',
		canSendConsultation: false,
		consultationExpiresAt: null,
		canSendTransaction: true,
		canSendPromotion: false,
		canCallByPhone: true,
		canCallByZaloUserId: false,
		lastActivityAt: '2022-09-11 10:00:00',
		raw: expect.objectContaining({ can_send_zns: false }),
	});
	expect(requests).toEqual([
		{
			method: 'POST',
			url: 'https://api.caresoft.vn/khachhang01/api/v1/zalo/user-status',
			body: { phone_no: '0983912980', oa_id: '1600191234752846' },
		},
	]);
});

it.each([{ code: 'ok' }, { code: 'ok', data: null }, { code: 'ok', data: {} }])('what is not said is null, never a no: %j', async (body) => {
	const { result } = await ask(body);
	expect(result).toMatchObject({ canReceiveZns: null, follows: null, zaloUserId: null, canSendConsultation: null });
});

it('null means that the person does not follow, and that no consultation can be sent', async () => {
	const { result } = await ask({ code: 'ok', data: { following_status: null, can_send_consultation_message: null, can_send_zns: null } });
	expect(result).toMatchObject({ follows: false, canSendConsultation: false, canReceiveZns: null });
});

it('flags are true, false or null, whatever comes', async () => {
	const keys = fc.constantFrom('can_send_zns', 'following_status', 'can_send_promotion_message', 'zalo_psid', 'user_id');
	await fc.assert(
		fc.asyncProperty(fc.dictionary(keys, fc.jsonValue()), async (data) => {
			const { result } = await ask({ code: 'ok', data });
			expect([true, false, null]).toContain(result.canReceiveZns);
			expect([true, false, null]).toContain(result.follows);
			expect(result.zaloUserId === null || typeof result.zaloUserId === 'string').toBe(true);
		}),
	);
});
