import type { INodeParameters } from 'n8n-workflow';
import type { Form } from '../../fuzz/parameters.mjs';
import { runNode, type EngineRun } from '../../support/engine.mjs';
import { credentialsFor, readsTemplate, startTakers, type Takers } from '../../support/goodAnswers.mjs';
import { optionsOf, unpaced } from './options.mjs';
import { faultsOf } from './sentences.mjs';
import { ALL_FORMS } from './variants.mjs';

/** The ways in which n8n runs a node again. */
const AGAIN: Record<string, Partial<EngineRun>> = { 'Retry On Fail': { retryOnFail: true }, Retry: { mode: 'retry' } };

/** What eSMS recognises: the ID stays the same, for a retry of the same execution at least. */
const RECOGNISED: Record<string, string[]> = { 'Retry On Fail': ['content', 'execution'], Retry: ['content'] };

/** The documents spell its request ID in two ways (esms.md 9). */
const NEVER_RECOGNISED = new Set(['voice callByRecording']);

let takers: Takers;
beforeAll(async () => {
	takers = await startTakers();
});
afterAll(async () => await takers.close());

/** Runs a form, and tells what left, reading aside, and what became of its first item. */
async function run({ node, parameters, items }: Form, options: INodeParameters, more: Partial<EngineRun>) {
	takers.asked.length = 0;
	const { outputs } = await runNode({
		type: node.description.name as EngineRun['type'],
		parameters: unpaced({ ...parameters, ...(items > 1 && { phone: '={{ $json.phone }}' }), options: { ...(parameters.options as INodeParameters), ...options } }),
		items: Array.from({ length: items }, (_, index) => ({ phone: `09${10_000_000 + index}` })),
		onError: 'continueRegularOutput',
		unreal: true,
		credentials: credentialsFor(takers.url),
		...more,
	});
	return { sent: takers.asked.filter((path) => !readsTemplate(path)).length, json: outputs[0]?.[0]?.json ?? {} };
}

/** A form with a key of its own is of one of them. */
const sending = ALL_FORMS.filter(({ name, previews }) => previews && !name.endsWith('by a key'));

describe.each(Object.entries(AGAIN))('%s', (again, more) => {
	it.each(sending.map((form) => [form.name, form] as const))('never has %s reach a customer twice', async (name, form) => {
		const ways = optionsOf(form).some(({ path }) => path === 'options.requestIdBy') ? ['content', 'execution', 'none'] : [undefined];
		for (const by of ways) {
			const options = by === undefined ? {} : { requestIdBy: by };
			expect([by, (await run(form, options, {})).sent]).toEqual([by, 1]);
			const isSafe = by !== undefined && RECOGNISED[again]?.includes(by) && !NEVER_RECOGNISED.has(name);
			const { sent, json } = await run(form, options, more);
			expect([by, sent]).toEqual([by, isSafe ? 1 : 0]);
			expect('error' in json).toBe(!isSafe);
			if (!isSafe) expect(faultsOf(json)).toEqual([]);
		}
	});
});
