import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { set } from 'lodash';
import type { Form } from '../../fuzz/parameters.mjs';
import { runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { credentialsFor, readsTemplate, startTakers, type Takers } from '../../support/goodAnswers.mjs';
import { unpaced, valuesOf } from './options.mjs';
import { faultsOf } from './sentences.mjs';
import { ALL_FORMS } from './variants.mjs';

/** What an expression can give, whatever a field means. */
const GIVEN: IDataObject[] = [
	{ what: 'null', v: null },
	{ what: 'undefined' },
	{ what: 'a number', v: 7 },
	{ what: 'true', v: true },
	{ what: 'a date', v: new Date('2026-12-31T01:30:00Z') as never },
	{ what: 'a list', v: ['a'] },
	{ what: 'an object', v: { a: 1 } },
	{ what: 'half of a character', v: 'a\uD83D' },
];
const MODES = ['continueErrorOutput', 'continueRegularOutput'] as const;

let takers: Takers;
beforeAll(async () => {
	takers = await startTakers();
});
afterAll(async () => await takers.close());

const credentials = () => credentialsFor(takers.url);

async function runForm({ node }: Form, parameters: INodeParameters, items: IDataObject[], onError: EngineRun['onError']): Promise<EngineResult> {
	takers.asked.length = 0;
	const type = node.description.name as EngineRun['type'];
	return await runNode({ type, parameters: unpaced(parameters), items, credentials: credentials(), onError, unreal: true });
}

/** Items that left as they came in; n8n puts the fields of the input beside a failure. */
const rawInput = (items: IDataObject[]) => items.filter((json) => 'what' in json && !('error' in json));

function checkOutputs({ outputs, error }: EngineResult, onError: string): IDataObject[] {
	expect(error).toBeUndefined();
	const jsons = outputs.map((items) => items.map(({ json }) => json));
	const failures = jsons.flat().filter((json) => 'error' in json);
	expect(rawInput(jsons.flat())).toEqual([]);
	if (onError === 'continueErrorOutput') expect(jsons.slice(0, -1).flat().filter((json) => 'error' in json)).toEqual([]);
	return failures;
}

describe.each(MODES)('with %s', (onError) => {
	it.each(ALL_FORMS.filter(({ items }) => items === 1).map((form) => [form.name, form] as const))('every field of %s takes what an expression gives, or says in a sentence why not', async (_name, form) => {
		const faults: string[] = [];
		for (const [place] of valuesOf(form)) {
			const parameters = structuredClone(form.parameters);
			set(parameters, place, '={{ $json.v }}');
			const result = await runForm(form, parameters, GIVEN, onError);
			const failures = checkOutputs(result, onError);
			faults.push(...failures.flatMap((failure) => faultsOf(failure).map((fault) => `${place} given ${String(failure.what)}: ${fault}`)));
			// Of what cannot be read, nothing is sent.
			if (form.previews) {
				const sends = takers.asked.filter((path) => !readsTemplate(path));
				expect([place, sends.length]).toEqual([place, GIVEN.length - failures.length]);
			}
		}
		expect(faults).toEqual([]);
	});
});
