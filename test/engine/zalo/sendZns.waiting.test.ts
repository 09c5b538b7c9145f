import type { IDataObject, IHttpRequestOptions, INodeParameters } from 'n8n-workflow';
import { ZaloZnsOfficialAccountApi } from '../../../credentials/ZaloZnsOfficialAccountApi.credentials';
import type { EngineRun } from '../../support/engine.mjs';
import { storeWith } from '../../support/n8nCredentials.mjs';
import { inQuickTime } from '../../support/quickTime.mjs';
import { quickWaits } from '../../support/quickWaits.mjs';
import { hintsOf, order, useSender } from './sender.mjs';

const account = useSender();
quickWaits();

const USER = '31215806834323092';
const wait = async (items: EngineRun['items'], parameters: INodeParameters = {}, more?: Partial<EngineRun>) => await account.run(items, { afterSending: 'wait', waitLimit: 120, ...parameters }, more);
const deliveries = (items: Array<{ json: IDataObject }> = []) => items.map(({ json }) => json.delivery as IDataObject);
const asked = () => account.simulator.requests().filter(({ path }) => path.includes('/message/status')).length;

it('a message that arrived leaves by Delivered, with the report beside its own fields', async () => {
	const { outputs, run: record } = await wait([order('0901888484')]);
	expect(record.status).toBe('success');
	expect(outputs.map((items) => items.length)).toEqual([0, 1, 0]);
	expect(outputs[1]?.[0]).toEqual({
		json: {
			...(order('0901888484') as object),
			delivery: expect.objectContaining({
				provider: 'zalo', channel: 'zns', messageId: account.simulator.messages()[0]?.id, requestId: expect.stringMatching(/^zns-/), recipient: { phone: '0901888484' },
				outcome: 'delivered', final: true, failure: null, templateId: expect.stringMatching(/^\d+$/), deliveredAt: expect.stringMatching(/^\d{4}-.*Z$/),
			}),
		},
		pairedItem: { item: 0 },
	});
});

it('by hashed phone it is asked about, too', async () => {
	const { outputs } = await wait([order('')], { sendTo: 'hashedPhone', hashedPhone: '0901888484' });
	expect(deliveries(outputs[1])).toMatchObject([{ outcome: 'delivered', recipient: { hashedPhone: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
});

it('several are asked about until all are known, and each keeps its item', async () => {
	account.simulator.configure({ zalo: { delivery: { delayMs: 150 } } });
	const { outputs } = await wait([1, 2, 3, 4, 5].map((n) => order(`090188848${n}`, n)), { options: { requestsPerSecond: 0 } });
	expect(outputs[1]?.map(({ json, pairedItem }) => [json.order, pairedItem])).toEqual([1, 2, 3, 4, 5].map((n, item) => [`DH${n}`, { item }]));
});

it('one that Zalo does not know yet right after sending is waited for', async () => {
	account.simulator.configure({ zalo: { delivery: { statusMissingMs: 86_400_000 } } });
	let questions = 0;
	const onRequest: EngineRun['onRequest'] = async (options) => {
		if (options.url.includes('/message/status') && ++questions === 3) account.simulator.configure({ zalo: { delivery: { statusMissingMs: 0 } } });
		return options;
	};
	const { outputs } = await wait([order('0901888484')], {}, { onRequest });
	expect(deliveries(outputs[1])).toMatchObject([{ outcome: 'delivered' }]);
	expect(asked()).toBe(3);
});

it('one that never arrives leaves by No Result when the time is over: Zalo does not tell of failures', async () => {
	const result = await inQuickTime(60, async () => await wait([order('0904000001'), order('0901888484', 2)], { waitLimit: 2 }));
	expect(result.outputs.map((items) => items.length)).toEqual([1, 1, 0]);
	expect(deliveries(result.outputs[0])).toMatchObject([{ outcome: 'pending', final: false, failure: null, noResult: 'No final report was there within 2 minutes' }]);
	expect(hintsOf(result)).toContain('Delivered: 1 of 2 messages. No result within 2 minutes: 1.');
});

it('an ID that Zalo does not know any more is no result, with what Zalo says', async () => {
	account.simulator.configure({ zalo: { delivery: { statusUnknown: '-107', statusMissingMs: 86_400_000 } } });
	const { outputs } = await inQuickTime(60, async () => await wait([order('0901888484')], { waitLimit: 1 }));
	expect(deliveries(outputs[0])).toMatchObject([{ outcome: 'pending', noResult: expect.stringMatching(/^No final report was there within one minute/) }]);
});

it('a refusal of Zalo is a failure item, and the others are waited for', async () => {
	const items = [order('0901000118'), order('0901888484', 2), order('0901', 3)];
	const { outputs } = await wait(items, {}, { onError: 'continueErrorOutput' });
	expect(outputs.map((sent) => sent.map(({ pairedItem }) => pairedItem))).toEqual([[], [{ item: 1 }], [], [{ item: 0 }, { item: 2 }]]);
	expect(outputs[3]?.[0]?.json.details).toMatchObject({ code: '-118', fallbackAdvised: true });
	const regular = await wait(items, {}, { onError: 'continueRegularOutput' });
	expect(regular.outputs.map((sent) => sent.length)).toEqual([2, 1, 0]);
});

it('a lost answer is not waited for: its ID is not known', async () => {
	const { outputs } = await wait([order('0903001002')], {}, { onError: 'continueErrorOutput' });
	expect(outputs[3]?.[0]?.json.details).toMatchObject({ class: 'uncertain' });
	expect(asked()).toBe(0);
});

describe('the time of the template', () => {
	const hint = 'Zalo tries to deliver a message of template 415203 for 2 hours, but';

	it.each([
		[60, "'Time Limit' is 1 hour"],
		[90, "'Time Limit' is 1 hour, 30 minutes"],
	])('is pointed out once where a time limit of %d minutes is shorter', async (waitLimit, words) => {
		const result = await wait([order('0901888484'), order('0901888485', 2)], { waitLimit });
		expect(hintsOf(result).filter((text) => text.startsWith('Zalo tries'))).toEqual([`${hint} ${words}: a message without a result by then may still arrive, beside what you send instead.`]);
	});

	it.each(['number', 'string'] as const)('is not where the limit is as long, whether Zalo gives it as a %s', async (timeout) => {
		account.simulator.configure({ zalo: { lists: { timeout } } });
		expect(hintsOf(await wait([order('0901888484')], { waitLimit: 120 }))).toEqual([]);
		expect(hintsOf(await wait([order('0901888484')], { waitLimit: 119 }))).toHaveLength(1);
	});

	it('is not where nobody waits', async () => {
		expect(hintsOf(await account.run([order('0901888484')], { waitLimit: 1 }))).toEqual([]);
	});
});

it.each([
	['a message by Zalo user ID, for which Zalo does not answer', { sendTo: 'zaloUserId', zaloUserId: USER }, /Zalo answers only for messages that were sent to a phone number/, "Set 'After Sending' to 'Continue'."],
	['more minutes than a run may stay active', { waitLimit: 181 }, /at most 180 minutes.*'Time Limit' is 181/, "Set 'Time Limit' to 180 or less."],
	['an item that has the field of the report', { options: { reportField: 'order' } }, /has a field 'order' already/, "'Report Field'"],
])('refuses %s before anything is sent', async (_what, parameters, message, advice) => {
	const { error } = await wait([order('0901888484')], parameters as INodeParameters);
	expect(error?.message).toMatch(message);
	expect(error?.description).toContain(advice);
	expect(error?.description).toContain('Nothing was sent');
	expect(error?.description).not.toContain('Callback URL');
	expect(account.sends()).toEqual([]);
});

it('what another provider left in the options is of no account: Zalo is asked', async () => {
	const { outputs, error } = await wait([order('0901888484'), order('0901888485', 2)], { options: { waitBy: 'callback', callbackUrl: 'https://n8n.example.com/x', sendDate: '2099-01-01T00:00:00' } });
	expect(error).toBeUndefined();
	expect(deliveries(outputs[1])).toMatchObject([{ outcome: 'delivered' }, { outcome: 'delivered' }]);
});

it('fields, files and links of each item are kept, under the name that the user chose', async () => {
	const binary = [{ invoice: { data: 'YQ==', mimeType: 'text/plain' } }];
	const { outputs } = await wait([{ ...(order('0901888484') as object), delivery: 'by bike' }], { options: { reportField: 'zns' } }, { binary });
	expect(outputs[1]?.[0]).toMatchObject({ json: { order: 'DH1', delivery: 'by bike', zns: { outcome: 'delivered' } }, binary: binary[0], pairedItem: { item: 0 } });
});

it('one output where the user chose it, in the order of the input', async () => {
	const { outputs } = await inQuickTime(60, async () => await wait([order('0904000001'), order('0901888484', 2)], { routeResults: 'single', waitLimit: 1 }));
	expect(outputs.map((items) => deliveries(items).map(({ outcome }) => outcome))).toEqual([['pending', 'delivered']]);
});

it('a consent that is withdrawn while waiting ends the wait, and says why', async () => {
	account.simulator.configure({ zalo: { delivery: { delayMs: 60_000 } } });
	const onRequest: EngineRun['onRequest'] = async (options) => {
		if (options.url.includes('/message/status')) account.simulator.zalo.revoke();
		return options;
	};
	const { outputs } = await wait([order('0901888484')], {}, { onRequest });
	expect(deliveries(outputs[0])).toMatchObject([{ outcome: 'pending', noResult: expect.stringMatching(/^Zalo could not be asked any more: /) }]);
});

it('of many messages each says what ended its wait, also where another one met it', async () => {
	account.simulator.configure({ zalo: { delivery: { delayMs: 60_000 } } });
	const onRequest: EngineRun['onRequest'] = async (options) => {
		if (options.url.includes('/message/status')) account.simulator.zalo.revoke();
		return options;
	};
	const { outputs } = await wait(Array.from({ length: 25 }, (_, n) => order(`09018884${10 + n}`, n)), { options: { requestsPerSecond: 0 } }, { onRequest });
	expect(new Set(deliveries(outputs[0]).map(({ noResult }) => noResult))).toEqual(new Set(['Zalo could not be asked any more: The access token of the Official Account is invalid']));
	expect(outputs[0]).toHaveLength(25);
});

describe('a token that dies while messages are waited for', () => {
	const whileWaiting = async (call: string, fault: object) => {
		const { simulator } = account;
		simulator.configure({ zalo: { delivery: { delayMs: 400 }, faults: [{ call, times: 2, ...fault }] } });
		const store = await storeWith(new ZaloZnsOfficialAccountApi(), account.credentials().zaloZnsOfficialAccountApi as never);
		let questions = 0;
		const authenticate = store.helper.authenticate.bind(store.helper);
		store.helper.authenticate = async (...call) => {
			if (String((call[2] as IHttpRequestOptions).url).includes('/message/status') && ++questions === 1) simulator.zalo.expire();
			return await authenticate(...call);
		};
		return await inQuickTime(400, async () => await wait([order('0901888484'), order('0901888485', 2)], {}, { credentialsHelper: store.helper }));
	};

	it.each([
		['is refused because of too many requests', { httpStatus: 429 }],
		['meets a server that is down', { httpStatus: 503 }],
		['gets no answer', { answer: 'closeBefore' }],
		['meets a limit of Zalo', { error: -32 }],
	])('is renewed a little later where its renewal %s: no wait ends early', async (_what, fault) => {
		const { outputs } = await whileWaiting('/oauth/v4/oa/access_token', fault);
		expect(outputs.map((items) => items.length)).toEqual([0, 2, 0]);
		expect(account.simulator.requests().filter(({ path }) => path.endsWith('/access_token'))).toHaveLength(3);
	});

	it('ends the wait where its refresh token is refused for good', async () => {
		const { outputs } = await whileWaiting('/oauth/v4/oa/access_token', { error: -14014 });
		expect(deliveries(outputs[0])).toMatchObject(Array(2).fill({ outcome: 'pending', noResult: expect.stringMatching(/^Zalo could not be asked any more: /) }));
	});
});

it('messages that were sent are waited for where the run stops behind them', async () => {
	account.simulator.configure({ zalo: { faults: [{ call: '/business/message/template', error: -115, after: 2 }] } });
	const { outputs } = await wait(Array.from({ length: 8 }, (_, n) => order(`090188848${n}`, n)), { options: { requestsPerSecond: 1 } }, { onError: 'continueErrorOutput' });
	expect(outputs.map((items) => items.length)).toEqual([0, 2, 0, 6]);
});

it('a provider that goes on refusing because of too many requests is asked again later', async () => {
	account.simulator.configure({ zalo: { faults: [{ call: '/business/message/status', httpStatus: 429, times: 8 }] } });
	const { outputs } = await inQuickTime(100, async () => await wait([order('0901888484'), order('0901888485', 2)]));
	expect(outputs.map((items) => items.length)).toEqual([0, 2, 0]);
});
