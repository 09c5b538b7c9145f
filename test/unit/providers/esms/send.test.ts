import fc from 'fast-check';
import { readSendAnswer, sendSms, sendZns, type ZnsMessage } from '../../../../nodes/providers/esms/send';
import { ProviderError } from '../../../../nodes/providers/providerError';
import samples from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const BASE_URL = 'https://rest.esms.vn';

const zns: ZnsMessage = {
	officialAccountId: '4097311281936189049',
	templateId: '200607',
	target: { by: 'phone', phone: '0901888484' },
	parameters: [['customer_name', 'Đinh Thái Hà'], ['order_code', 'HD00001']],
};

describe('the target decides the endpoint and its fields', () => {
	it.each<[ZnsMessage['target'], string, Record<string, unknown>]>([
		[{ by: 'phone', phone: '0901888484' }, 'SendZaloMessage_V6/', { Phone: '0901888484', TempData: { a: '1', b: '2' } }],
		[{ by: 'zaloUserId', zaloUserId: '31215806834323092' }, 'SendZaloMessage_V6/zalo_uid/', { ZaloUid: '31215806834323092', TempData: { a: '1', b: '2' } }],
		[{ by: 'hashedPhone', hashedPhone: 'ab'.repeat(32) }, 'SendZaloMessage_V6/hash_phone/', { HashPhone: 'ab'.repeat(32), TempData: { a: '1', b: '2' } }],
		[
			{ by: 'journey', phone: '0901888484', orderId: 'DH001' },
			'SendZaloMessage_V4_post_json/',
			{ Phone: '0901888484', Params: ['1', '2'], IsJourney: true, OrderId: 'DH001' },
		],
	])('%j (esms.md 3.1 to 3.4)', async (target, path, fields) => {
		const { transport, requests } = recordingTransport(() => answerOf(samples.accepted));
		await sendZns({ baseUrl: BASE_URL, transport }, { ...zns, target, parameters: [['a', '1'], ['b', '2']] });
		expect(requests).toStrictEqual([
			{ method: 'POST', url: `${BASE_URL}/MainService.svc/json/${path}`, body: { OAID: zns.officialAccountId, TempID: zns.templateId, ...fields } },
		]);
	});
});

describe('sendZns', () => {
	it('posts the body of the reference, IDs as text (esms.md 3.1)', async () => {
		const { transport, requests } = recordingTransport(() => answerOf(samples.accepted));
		await sendZns(
			{ baseUrl: BASE_URL, transport },
			{
				...zns,
				sendingMode: '1',
				campaign: 'Xác nhận mua hàng',
				requestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2',
				callbackUrl: 'https://esms.vn/webhook/',
				sendDate: '2025-12-31 08:30:00',
				sandbox: true,
			},
		);
		expect(requests).toStrictEqual([
			{
				method: 'POST',
				url: 'https://rest.esms.vn/MainService.svc/json/SendZaloMessage_V6/',
				body: {
					OAID: '4097311281936189049',
					Phone: '0901888484',
					TempData: { customer_name: 'Đinh Thái Hà', order_code: 'HD00001' },
					TempID: '200607',
					SendingMode: '1',
					campaignid: 'Xác nhận mua hàng',
					RequestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2',
					CallbackUrl: 'https://esms.vn/webhook/',
					SendDate: '2025-12-31 08:30:00',
					Sandbox: '1',
				},
			},
		]);
	});

	it('leaves out what is not given', async () => {
		const { transport, requests } = recordingTransport(() => answerOf(samples.accepted));
		await sendZns({ baseUrl: BASE_URL, transport }, { ...zns, sandbox: false });
		expect(Object.keys(requests[0]?.body ?? {}).sort()).toEqual(['OAID', 'Phone', 'TempData', 'TempID']);
	});

	it('uses another base URL, with or without a slash at its end', async () => {
		const { transport, requests } = recordingTransport(() => answerOf(samples.accepted));
		await sendZns({ baseUrl: 'http://127.0.0.1:9000/', transport }, zns);
		expect(requests[0]?.url).toBe('http://127.0.0.1:9000/MainService.svc/json/SendZaloMessage_V6/');
	});
});

describe('sendSms', () => {
	it('posts the body of the reference (esms.md 7.1)', async () => {
		const { transport, requests } = recordingTransport(() => answerOf(samples.accepted));
		const message = { brandname: 'Baotrixemay', phone: '0901888484', content: '2803 la ma xac minh', unicode: false };
		await sendSms({ baseUrl: BASE_URL, transport }, message);
		await sendSms({ baseUrl: BASE_URL, transport }, { ...message, unicode: true, requestId: 'c82cd356' });
		const body = { Brandname: 'Baotrixemay', Phone: '0901888484', Content: '2803 la ma xac minh', SmsType: '2' };
		expect(requests).toStrictEqual([
			{
				method: 'POST',
				url: 'https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/',
				body: { ...body, IsUnicode: '0' },
			},
			{
				method: 'POST',
				url: 'https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/',
				body: { ...body, IsUnicode: '1', RequestId: 'c82cd356' },
			},
		]);
	});
});

describe('readSendAnswer (esms.md 2)', () => {
	it('100 is accepted', () => {
		expect(readSendAnswer(answerOf(samples.accepted))).toEqual({
			status: 'accepted',
			messageId: 'd8e0f1f0702544b2acb456ca9ccfd111250',
			raw: { CodeResult: '100', CountRegenerate: 0, SMSID: 'd8e0f1f0702544b2acb456ca9ccfd111250' },
		});
	});

	it('124 is a duplicate, without a message ID', () => {
		expect(readSendAnswer(answerOf(samples.duplicate))).toEqual({
			status: 'duplicate',
			messageId: null,
			sendStatus: '5',
			raw: { CodeResult: '124', CountRegenerate: 0, ErrorMessage: 'Request exist 1', SendStatus: '5' },
		});
	});

	it.each([
		['absent', {}, null],
		['null', { SMSID: null }, null],
		['empty', { SMSID: '' }, null],
		['a number', { SMSID: 12 }, '12'],
		['nested', { SMSID: { id: 'x' } }, null],
		['a yes', { SMSID: true }, null],
		['42 characters long', { SMSID: '2d00b834cc1d488081ba7ec308da0ec40918238965' }, '2d00b834cc1d488081ba7ec308da0ec40918238965'],
	])('the message ID may be %s', (_what, more, messageId) => {
		expect(readSendAnswer(answerOf({ CodeResult: '100', ...more })).messageId).toBe(messageId);
	});

	it('a message ID that is all digits keeps every one of them', () => {
		expect(readSendAnswer(answerOf('{"CodeResult":100,"SMSID":12345678901234567890}')).messageId).toBe('12345678901234567890');
	});

	it.each([
		['101', samples.authorizeFailed, 'auth'],
		['146, which comes with a message ID and is an error all the same', samples.wrongSmsTemplate, 'template'],
		['789', samples.templateNotConfigured, 'template'],
		['104', '{"CodeResult":"104","CountRegenerate":0,"ErrorMessage":"Brand name code is not exist"}', 'template'],
		['108', '{"CodeResult":"108","ErrorMessage":"The phone number 097469188 is not valid."}', 'bad_phone'],
	])('%s is refused', async (_what, body, failureClass) => {
		const details = await thrownBy(() => readSendAnswer(answerOf(body)));
		expect(details.failure.class).toBe(failureClass);
		expect(details.mayBeSent ?? false).toBe(false);
		expect(details.raw).toEqual(JSON.parse(body));
	});

	it('takes no other code for success', () => {
		fc.assert(
			fc.property(fc.integer().filter((code) => code !== 100 && code !== 124), (code) => {
				expect(() => readSendAnswer(answerOf({ CodeResult: String(code), SMSID: 'x' }))).toThrow(ProviderError);
			}),
		);
	});

	it('a template detail answer of 0 is no accepted send', () => {
		expect(() => readSendAnswer(answerOf({ Error: 0 }))).toThrow(ProviderError);
	});
});
