import { sleep, type IDataObject, type IWebhookFunctions } from 'n8n-workflow';
import { resumeWithDelivery } from '../../../../nodes/shared/waiting/resume';
import { quickWaits } from '../../../support/quickWaits.mjs';

quickWaits();

const ID = 'd8e0f1f0702544b2acb456ca9ccfd111250';
const RESUME_URL = 'https://n8n.myshop.vn/webhook-waiting/7?signature=TOKEN';
const CREDENTIAL = { apiKey: 'KEY-OF-THE-TEST', secretKey: 'SECRET-OF-THE-TEST', baseUrl: '' };

/** A ZNS by phone, as the run keeps it. */
const PENDING = { provider: 'esms', channel: 'zns', messageId: ID as string | null, requestId: 'zns-1', recipient: { phone: '0901888484' } as IDataObject, outcome: 'pending' };

/** Calls a run that waits. */
async function call(query: IDataObject, { pending = PENDING, status = {} }: { pending?: IDataObject; status?: object } = {}) {
	const asked: string[] = [];
	const resumed: Array<{ url: string; body: IDataObject }> = [];
	const context = {
		getRequestObject: () => ({ method: 'GET' }),
		getQueryData: () => ({ signature: 'TOKEN', cb: '', ...query }),
		getBodyData: () => ({}),
		getNode: () => ({ id: 'node-1' }),
		evaluateExpression: (expression: string) =>
			expression.includes('resumeUrl') ? RESUME_URL : expression.includes('binary') ? undefined : { order: 'DH001', delivery: pending },
		getNodeParameter: () => '',
		getCredentials: async () => await Promise.resolve(CREDENTIAL),
		getTimezone: () => 'Asia/Ho_Chi_Minh',
		logger: { warn: (line: string) => expect(line).toBe('') },
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { url }: { url: string }) => {
				asked.push(url.split('/').filter(Boolean).at(-1) ?? '');
				return await Promise.resolve({ statusCode: 200, headers: {}, body: JSON.stringify(url.includes('QueryZnsStatus') ? status : { CodeResponse: '105' }) });
			},
			httpRequest: async (request: { url: string; body: IDataObject }) => {
				resumed.push(request);
				return await Promise.resolve({ statusCode: 200 });
			},
		},
	};
	const { workflowData, webhookResponse } = await resumeWithDelivery.call(context as unknown as IWebhookFunctions);
	return { outputs: workflowData, answer: (webhookResponse as { message: string }).message, asked, resumed };
}

const until = async (isSo: () => boolean) => {
	for (let tries = 0; tries < 100 && !isSo(); tries++) await sleep(400);
	expect(isSo()).toBe(true);
};

const delivered = { CodeResult: '100', Data: { ErrorInfo: '0', FinalStatus: '1', SendStatus: 5, SendSuccess: 1, SendFailed: 0, TotalReceiver: 1 } };
const end = { SMSID: ID, SendStatus: '5', SendSuccess: '1', SendFailed: '0', TotalReceiver: '1', TypeId: '25' };

describe('a call that does not say how the message ended has eSMS asked, as no other may come', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['counters that lag behind', { ...end, SendSuccess: '0' }, PENDING],
		['a state that nobody documents', { ...end, SendStatus: '3', SendSuccess: '' }, PENDING],
		['a call without SMSID', { SendStatus: '5', SendSuccess: '1' }, PENDING],
		['a call that alone knows the ID', { ...end, SendSuccess: '0' }, { ...PENDING, messageId: null }],
	])('%s', async (_, query, pending) => {
		const { outputs, resumed } = await call(query, { pending, status: delivered });
		expect(outputs).toBeUndefined();
		await until(() => resumed.length > 0);
		expect(resumed[0]).toMatchObject({ url: 'https://n8n.myshop.vn/webhook-waiting/7/node-1?signature=TOKEN&cb=', body: { askedReport: { messageId: ID, outcome: 'delivered', final: true } } });
	});

	it.each<[string, IDataObject]>([
		['it is on its way', { ...end, SendStatus: '2', SendSuccess: '0' }],
		['it is about another message', { ...end, SMSID: 'another', SendSuccess: '0' }],
	])('but not where %s', async (_, query) => {
		const { outputs, asked } = await call(query, { status: delivered });
		await sleep(6_000);
		expect([outputs, asked]).toEqual([undefined, []]);
	});
});

describe('a call that does not name the Official Account is about the one that sent the message', () => {
	const OA = '4097311281936189049';
	const pending = { ...PENDING, channel: 'zalo', recipient: { zaloUserId: '31215806834323092' }, oaId: OA };

	it.each<[string, IDataObject]>([
		['counters that lag behind', { ...end, TypeId: '26', SendSuccess: '0' }],
		['a call without SMSID', { SendStatus: '5' }],
		['an end without a reason', { ...end, TypeId: '26', SendSuccess: '0', SendFailed: '1' }],
	])('%s', async (_, query) => {
		const { asked } = await call(query, { pending });
		await until(() => asked.length > 0);
		expect(asked[0]).toBe('GetCallback');
	});
});

describe('with the ID of the message lost, the call is about it unless it names another', () => {
	const lost = (recipient: IDataObject) => ({ ...PENDING, messageId: null, recipient });
	const user = { zaloUserId: '31215806834323092' };

	it.each<[string, IDataObject, IDataObject]>([
		['the same number', lost({ phone: '0901888484' }), { ...end, phonenumber: '84901888484' }],
		['nobody', lost({ phone: '0901888484' }), end],
		['the same user of Zalo', lost(user), { ...end, phonenumber: user.zaloUserId }],
		['the same request', lost(user), { ...end, RequestId: 'zns-1' }],
		['the user behind the number', lost({ phone: '0901888484' }), { ...end, phonenumber: user.zaloUserId }],
	])('it names %s', async (_, pending, query) => {
		expect((await call(query, { pending })).outputs?.[1]).toHaveLength(1);
	});

	it.each<[string, IDataObject, IDataObject]>([
		['another number', lost({ phone: '0901888484' }), { ...end, phonenumber: '0901888485' }],
		['another user of Zalo', lost(user), { ...end, phonenumber: '5308693166941955879' }],
		['another request', lost(user), { ...end, RequestId: 'zns-2' }],
	])('it names %s', async (_, pending, query) => {
		expect(await call(query, { pending })).toMatchObject({ outputs: undefined, answer: 'This callback is about another message' });
	});
});
