import { fromModel, callTool } from '../../support/tool.mjs';
import { KINDS, type Kind } from './kinds.mjs';
import { hintsOf, itemsOf, pictureOf, previewStage } from './stage.mjs';

const stage = previewStage();

const kind = (name: string, own: Kind['parameters'] = {}, items: Kind['items'] = [{}]): Kind => {
	const found = KINDS.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`No kind ${name}`);
	return { ...found, items, parameters: { ...found.parameters, ...own } };
};
const byPhone = (own: Kind['parameters'] = {}, items: Kind['items'] = [{ phone: '0901888484', order: 'DH001' }]) => kind('ZNS by phone', { phone: '={{ $json.phone }}', ...own }, items);

describe('in batches', () => {
	const people = (count: number) => Array.from({ length: count }, (_, i) => ({ phone: `0912${String(i).padStart(6, '0')}` }));

	it('every item has its picture, and the first of each request shows it whole', async () => {
		const result = await stage.preview(kind('ZNS in batches', { phone: '={{ $json.phone }}', options: { batchSize: 50 } }, people(120)));
		expect(result.error).toBeUndefined();
		expect(stage.sent()).toEqual([]);
		const items = itemsOf(result);
		expect(items.map(({ recipient }) => recipient)).toEqual(people(120));
		expect(items.map(({ batch }) => batch)).toEqual(items.map((_, item) => ({ requestInItem: item - (item % 50), items: item < 100 ? 50 : 20 })));
		const whole = items.flatMap(({ request }) => (request ? [(request as { body: { Data: unknown[] } }).body.Data.length] : []));
		expect(whole).toEqual([50, 50, 20]);
		for (const item of items.keys()) expect(pictureOf(result, item)).toContain('HD00001');
	});

	it('a run of thousands stays small', async () => {
		const result = await stage.preview(kind('eSMS sms sendAdvertising', {}, people(3_000)));
		expect(itemsOf(result)).toHaveLength(3_000);
		// The phone numbers of a request stand in the result once, not once for each of them.
		expect(JSON.stringify(itemsOf(result)).length).toBeLessThan(3_000 * 400);
		expect(stage.sent()).toEqual([]);
	});
});

describe('with a bad item', () => {
	const items = [{ phone: '0901888484', order: 'DH1' }, { phone: '12345', order: 'DH2' }, { phone: '0901888486', order: 'DH3' }];

	it('the run fails as a send would', async () => {
		const [previewed, sent] = [await stage.preview(byPhone({}, items)), await stage.send(byPhone({}, items))];
		expect(previewed.error?.message).toMatch(/^Phone/);
		expect([previewed.error?.message, previewed.error?.description]).toEqual([sent.error?.message, sent.error?.description]);
		expect(stage.sent()).toEqual([]);
	});

	it('with Continue On Fail the others are shown, and the bad one is a failure item', async () => {
		const result = await stage.preview(byPhone({}, items), { onError: 'continueRegularOutput' });
		expect(itemsOf(result).map(({ status, error }) => status ?? typeof error)).toEqual(['preview', 'string', 'preview']);
		expect(itemsOf(result)[1]).toMatchObject({ order: 'DH2', details: { class: 'bad_phone' } });
		expect(result.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	it('by the error output, too', async () => {
		const result = await stage.preview(byPhone({}, items), { onError: 'continueErrorOutput' });
		expect(result.outputs.map((output) => output.length)).toEqual([2, 1]);
		expect(stage.sent()).toEqual([]);
	});
});

it('a template that may not be sent is refused', async () => {
	const { error } = await stage.preview(byPhone({ templateParametersJson: '{"customer_name": "An"}' }));
	expect(error?.message).toMatch(/Template Parameters: .*"order_code" is missing/);
});

describe('where the node waits for delivery', () => {
	it('it does not wait: the item leaves by No Result, with its picture', async () => {
		const result = await stage.preview(byPhone({ afterSending: 'wait' }));
		expect(result.run.status).toBe('success');
		expect(result.run.waitTill).toBeUndefined();
		expect(result.outputs.map((output) => output.length)).toEqual([1, 0, 0]);
		expect(itemsOf(result)[0]).toMatchObject({ status: 'preview', recipient: { phone: '0901888484' } });
		expect(pictureOf(result)).toContain('HD00001');
		expect(stage.sent()).toEqual([]);
	});

	it('or by the single output', async () => {
		const result = await stage.preview(byPhone({ afterSending: 'wait', routeResults: 'single' }));
		expect(result.outputs.map((output) => output.length)).toEqual([1]);
	});

	it('the request shows where eSMS would report to, without the token', async () => {
		const [item] = itemsOf(await stage.preview(byPhone({ afterSending: 'wait' })));
		const { CallbackUrl } = (item as { request: { body: { CallbackUrl: string } } }).request.body;
		expect(CallbackUrl).toMatch(/\/webhook-waiting\/execution-1\/node-under-test\?(signature=…&)?cb=$/);
	});

	it('what a send would refuse is refused', async () => {
		const { error } = await stage.preview(byPhone({ afterSending: 'wait', options: { waitBy: 'callback' } }, [{ phone: '0901888484' }, { phone: '0901888485' }]));
		expect(error?.message).toContain('one item at a time');
	});

	it('a failed check takes the error output', async () => {
		const result = await stage.preview(byPhone({ afterSending: 'wait' }, [{ phone: '1' }]), { onError: 'continueErrorOutput' });
		expect(result.outputs.map((output) => output.length)).toEqual([0, 0, 0, 1]);
	});
});

describe('from an expression', () => {
	const run = async (previewOnly: string, items: Kind['items']) => await stage.send(byPhone({ previewOnly }, items));
	const items = [{ phone: '0901888484', test: true }, { phone: '0901888485', test: true }];

	it('it previews where that is true for all items', async () => {
		expect(itemsOf(await run('={{ $json.test }}', items)).map(({ status }) => status)).toEqual(['preview', 'preview']);
		expect(stage.sent()).toEqual([]);
	});

	it('it sends where that is false for all', async () => {
		expect(itemsOf(await run('={{ !$json.test }}', items)).map(({ status }) => status)).toEqual(['accepted', 'accepted']);
	});

	it.each([
		['differs between items', '={{ $itemIndex === 0 }}', /is not the same for all items/],
		['is neither true nor false', '={{ "yes, please" }}', /is "yes, please", where true or false is meant/],
		['is nothing', '={{ $json.none }}', /Preview Only is empty/],
	])('nothing is sent where it %s', async (_, expression, message) => {
		const { error } = await run(expression, items);
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain('Nothing was sent');
		expect(stage.sent()).toEqual([]);
	});
});

it('a preview does not use up the message: it goes out afterwards', async () => {
	await stage.preview(byPhone());
	await stage.preview(byPhone());
	expect(itemsOf(await stage.send(byPhone()))[0]).toMatchObject({ status: 'accepted' });
});

it('without it there is no hint and no picture', async () => {
	const result = await stage.send(byPhone());
	expect(hintsOf(result)).toEqual([]);
	expect(result.outputs[0]?.[0]).not.toHaveProperty('binary');
});

it.each(['tool', 'engine'] as const)('as a tool of an agent it sends nothing, and the model is told so (by the %s)', async (by) => {
	const { answer } = await callTool({
		type: 'sendZns',
		parameters: { ...byPhone().parameters, phone: fromModel('sendZns', 'phone'), previewOnly: true },
		credentials: { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: stage.simulator.esmsUrl } },
		args: { Phone: '0901888484' },
		by,
	});
	expect(JSON.stringify(answer)).toContain('"status":"preview"');
	expect(stage.simulator.messages()).toEqual([]);
});
