import fc from 'fast-check';
import { NodeOperationError, sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { providers } from '../../../../nodes/providers';
import { Item } from '../../../../nodes/shared/fields/item';
import type { Run } from '../../../../nodes/shared/run/run';
import { createStop, type Stop } from '../../../../nodes/shared/run/stop';
import { failureOf } from '../../../../nodes/domain/failure';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { chunksApart } from '../../../../nodes/shared/sending/chunks';
import { sendBatches, type BatchMessage, type BatchPlan } from '../../../../nodes/shared/sending/sendBatches';
import type { ItemAnswer } from '../../../../nodes/shared/sending/types';

const node = { id: '1', name: 'Send ZNS', type: 'sendZns', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };

/** Of the runs of this file, the latest last. */
const stops: Stop[] = [];

function runOf(count: number, { goOn = false, signal }: { goOn?: boolean; signal?: AbortSignal } = {}) {
	const hints: Array<{ message: string }> = [];
	const context = {
		getInputData: () => Array.from({ length: count }, (_, item) => ({ json: { item } })),
		continueOnFail: () => goOn,
		getExecutionCancelSignal: () => signal,
		getNode: () => node,
		addExecutionHints: (hint: { message: string }) => hints.push(hint),
		getMode: () => 'trigger',
		logger: { info: () => {} },
	} as unknown as IExecuteFunctions;
	const run: Run = {
		context,
		provider: providers.esms as Run['provider'],
		operation: 'sendZns',
		items: Array.from({ length: count }, (_, index) => new Item(context, index)),
		goOn,
		previewOnly: false,
		includesInput: false,
		live: false,
		client: undefined,
		read: async () => await Promise.reject(new Error('nothing is read')),
		readUntil: () => async () => await Promise.reject(new Error('nothing is read')),
		stop: createStop(context),
		pointOut: () => {},
	};
	stops.push(run.stop);
	return { run, hints };
}

const refused = () => new ProviderError({ provider: 'esms', failure: failureOf('108', 'The phone number is malformed', 'bad_phone'), status: 200, raw: null });
const bad = (item: number) => new NodeOperationError(node, `item ${item} is bad`, { itemIndex: item });

/** A plan whose items are in groups by their index; `sent` notes the items of every request that left. */
function planOf(groupOf: (item: number) => string, maxSize: number, answerOf: (item: number) => ItemAnswer, more: Partial<BatchPlan<BatchMessage>> = {}) {
	const sent: number[][] = [];
	/** As the transport of a run does it. */
	const leave = async (items: number[]) => {
		await sleep(0);
		stops.at(-1)?.check();
		sent.push(items);
		return items.map(answerOf);
	};
	const plan: BatchPlan<BatchMessage> = {
		prepare: async (item) => ({ item, group: groupOf(item.index) }),
		toRequests: (messages) =>
			chunksApart(messages, maxSize, () => []).map((chunk) => {
				const items = chunk.map(({ item }) => item.index);
				return { items, repeat: 'recognised', send: async () => await leave(items) };
			}),
		...more,
	};
	return { plan, sent };
}

/** What an item of the result says: its receipt, or why there is none. */
const said = ({ json }: INodeExecutionData) => json.receiptOf ?? json.error;

it('sends every item once, never mixes groups, and answers in the order of the input', async () => {
	const items = fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c'), fate: fc.constantFrom('good', 'bad', 'refused') }), { maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(items, fc.integer({ min: 1, max: 7 }), async (given, maxSize) => {
			const { run, hints } = runOf(given.length, { goOn: true });
			const fateOf = (item: number) => given[item]?.fate;
			const { plan, sent } = planOf(
				(item) => given[item]?.group as string,
				maxSize,
				(item) => (fateOf(item) === 'refused' ? { error: refused() } : { receipt: { receiptOf: item } }),
			);
			const { prepare } = plan;
			plan.prepare = async (item) => (fateOf(item.index) === 'bad' ? await Promise.reject(bad(item.index)) : await prepare(item));

			const results = await sendBatches(run, plan);
			expect(results.map(said)).toEqual(given.map(({ fate }, item) => ({ good: item, bad: `item ${item} is bad`, refused: 'eSMS: The phone number is malformed (code 108)' })[fate]));
			expect(results.map(({ pairedItem }) => pairedItem)).toEqual(given.map((_, item) => ({ item })));
			expect(sent.flat().sort((a, b) => a - b)).toEqual(given.flatMap(({ fate }, item) => (fate === 'bad' ? [] : [item])));
			for (const request of sent) {
				expect(request.length).toBeLessThanOrEqual(maxSize);
				expect(new Set(request.map((item) => given[item]?.group)).size).toBe(1);
			}
			const failed = given.filter(({ fate }) => fate !== 'good').length;
			expect(hints).toHaveLength(failed > 0 && given.length > 1 ? 1 : 0);
			if (hints[0]) expect(hints[0].message).toContain(`${failed} of ${given.length} items`);
		}),
		{ numRuns: 100 },
	);
});

it('sends nothing where one item is bad', async () => {
	const { plan, sent } = planOf(() => 'a', 2, (item) => ({ receipt: { item } }));
	plan.prepare = async (item) => (item.index === 3 ? await Promise.reject(bad(3)) : { item, group: 'a' });
	await expect(sendBatches(runOf(4).run, plan)).rejects.toMatchObject({ message: 'item 3 is bad', description: 'Nothing was sent.' });
	expect(sent).toEqual([]);
});

it('sends nothing where one group cannot be sent, and only the others with Continue On Fail', async () => {
	const make = () => {
		const made = planOf((item) => (item < 2 ? 'good' : 'small'), 5, (item) => ({ receipt: { receiptOf: item } }));
		const { toRequests } = made.plan;
		made.plan.toRequests = (messages) => {
			if (messages[0]?.group === 'small') throw new NodeOperationError(node, 'too few');
			return toRequests(messages);
		};
		return made;
	};
	const strict = make();
	await expect(sendBatches(runOf(4).run, strict.plan)).rejects.toMatchObject({ message: 'too few', context: { itemIndex: 2 } });
	expect(strict.sent).toEqual([]);

	const going = make();
	expect((await sendBatches(runOf(4, { goOn: true }).run, going.plan)).map(said)).toEqual([0, 1, 'too few', 'too few']);
	expect(going.sent).toEqual([[0, 1]]);
});

it('stops the requests that wait after the first message that is refused, and says who got one', async () => {
	const { plan, sent } = planOf(() => 'a', 2, (item) => (item === 1 ? { error: refused() } : { receipt: {} }));
	await expect(sendBatches(runOf(100).run, plan)).rejects.toMatchObject({
		message: 'eSMS: The phone number is malformed (code 108)',
		context: { itemIndex: 1 },
		description: expect.stringMatching(/Sent: item.* Not sent: items .*-99\./),
	});
	expect(sent.length).toBeLessThan(50);
});

it('a stopped execution sends nothing more', async () => {
	const stop = new AbortController();
	const { plan, sent } = planOf(() => 'a', 1, (item) => {
		if (item === 0) stop.abort();
		return { receipt: { receiptOf: item } };
	});
	const results = await sendBatches(runOf(30, { goOn: true, signal: stop.signal }).run, plan);
	expect(results.filter(({ json }) => 'receiptOf' in json)).toHaveLength(sent.length);
	expect(results.map(said).slice(10)).toEqual(Array.from({ length: 20 }, () => 'Not sent: eSMS was not asked for this item'));
});
