import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { set } from 'lodash';
import type { Form } from '../../fuzz/parameters.mjs';
import { startWatched, type Watched } from '../../support/arrivals.mjs';
import { runNode, type EngineRun } from '../../support/engine.mjs';
import { credentialsFor } from '../../support/goodAnswers.mjs';
import { unpaced, valuesOf } from './options.mjs';
import { ALL_FORMS } from './variants.mjs';

/** Other ways in which the same value comes; undefined where there is none. */
const COATS: ReadonlyArray<[what: string, coat: (value: string) => unknown]> = [
	['with what nobody sees at its ends', (value) => `\u200B\u00A0${value}\uFEFF\u2060\n`],
	['as a number', (value) => (/^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined)],
];

let provider: Watched;
const seen: string[] = [];
beforeAll(async () => {
	provider = await startWatched(({ body }, _n, { request }) => {
		seen.push(`${request.url ?? ''} ${body}`);
		return false;
	});
});
afterAll(async () => await provider.close());

/** @returns what a run asks of its provider where an expression gives the value in that place */
async function asked({ node, parameters, items }: Form, path: string, v: unknown): Promise<{ requests: string[]; error: unknown }> {
	seen.length = 0;
	const given = structuredClone(parameters);
	set(given, path, '={{ $json.v }}');
	// The numbers of an advertising SMS must differ.
	const all = Array.from({ length: items }, (_, index): IDataObject => ({ v: v as never, phone: `09${10_000_000 + index}` }));
	const parametersOfRun: INodeParameters = items > 1 && path !== 'phone' ? { ...given, phone: '={{ $json.phone }}' } : given;
	const { outputs } = await runNode({
		type: node.description.name as EngineRun['type'],
		parameters: unpaced(parametersOfRun),
		items: all,
		onError: 'continueRegularOutput',
		unreal: true,
		credentials: credentialsFor(provider.url),
	});
	return { requests: [...seen], error: outputs.flat()[0]?.json.error };
}

const valueOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'value' in value ? value.value : value);

it.each(ALL_FORMS.map((form) => [form.name, form] as const))('every value of %s is the same in another coat', async (_name, form) => {
	const faults: string[] = [];
	for (const [path, value] of valuesOf(form)) {
		const plain = valueOf(value);
		const before = await asked(form, path, plain);
		for (const [what, coat] of COATS) {
			const v = coat(String(plain));
			if (v === undefined || plain === '') continue;
			const after = await asked(form, path, v);
			if (before.error === undefined && JSON.stringify(after.requests) !== JSON.stringify(before.requests)) {
				faults.push(`${path} ${what}: ${String(after.error ?? after.requests.join(' | '))}`);
			}
		}
	}
	expect(faults).toEqual([]);
});
