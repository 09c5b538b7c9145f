import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { set } from 'lodash';
import { FORMS, type Form } from '../../fuzz/parameters.mjs';
import { runNode, type CredentialData, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { credentialsFor, startTakers, type Takers } from '../../support/goodAnswers.mjs';
import { faultsOf } from './sentences.mjs';

const ITEMS: IDataObject[] = [{ row: 1 }, { row: 2 }];

let takers: Takers;
beforeAll(async () => {
	takers = await startTakers();
});
afterAll(async () => await takers.close());

const good = (): CredentialData => credentialsFor(takers.url);

async function runForm({ node }: Form, parameters: INodeParameters, onError: EngineRun['onError'], credentials = good()): Promise<EngineResult> {
	takers.asked.length = 0;
	return await runNode({ type: node.description.name as EngineRun['type'], parameters, items: ITEMS, credentials, onError, unreal: true });
}

/** Whether a field with this path is among those of the form. */
function hasField({ node, parameters }: Form, path: string): boolean {
	const [top, option] = path.split('.');
	const shown = node.description.properties.filter(({ name, displayOptions }) => name === top && Object.entries(displayOptions?.show ?? {}).every(([other, values]) => !(other in parameters) || values?.includes(parameters[other] as never)));
	return shown.some(({ options = [] }) => option === undefined || (options as INodeProperties[]).some(({ name }) => name === option));
}

const SETTINGS: Array<[path: string, value: unknown, also?: INodeParameters]> = [
	['previewOnly', '={{ "perhaps" }}'],
	['previewOnly', '={{ $json.row === 1 }}'],
	['options.requestsPerSecond', -1],
	['options.requestsPerSecond', '={{ "fast" }}'],
	['options.requestsPerSecond', '={{ $json.row }}'],
	['options.requestsPerSecond', '={{ [20] }}'],
	['afterSending', 'sometimes'],
	['options.waitBy', 'pigeon', { afterSending: 'wait' }],
	['options.reportField', '={{ [1] }}', { afterSending: 'wait' }],
	['options.reportField', 'error', { afterSending: 'wait' }],
	// Two items, which only asking takes.
	['options.waitBy', 'callback', { afterSending: 'wait' }],
	['waitLimit', 0, { afterSending: 'wait' }],
	['waitLimit', '={{ "soon" }}', { afterSending: 'wait' }],
	['routeResults', 'everywhere', { afterSending: 'wait' }],
	['sending', 'perhaps', { afterSending: 'continue', sendTo: 'phone' }],
	['options.batchSize', 0, { sending: 'batches', afterSending: 'continue', sendTo: 'phone' }],
	['options.batchSize', 501, { sending: 'batches', afterSending: 'continue', sendTo: 'phone' }],
	['options.batchSize', '={{ {} }}', { sending: 'batches', afterSending: 'continue', sendTo: 'phone' }],
	['options.includeInputFields', '={{ "perhaps" }}'],
];

const CREDENTIALS: Array<[what: string, spoil: (credentials: CredentialData) => void]> = [
	['no URL', (all) => {
		set(all, 'zaloZnsEsmsApi.baseUrl', 'not a URL');
		set(all, 'zaloZnsCaresoftApi.customHost', 'not a URL');
		set(all, 'zaloZnsOfficialAccountApi.baseUrl', 'not a URL');
	}],
	['no keys', (all) => {
		set(all, 'zaloZnsEsmsApi.apiKey', ' ');
		set(all, 'zaloZnsCaresoftApi.apiToken', '\u200B');
		set(all, 'zaloZnsOfficialAccountApi.appSecret', ' ');
	}],
	['nothing at all', (all) => {
		set(all, 'zaloZnsEsmsApi', {});
		set(all, 'zaloZnsCaresoftApi', {});
		set(all, 'zaloZnsOfficialAccountApi', {});
	}],
];

/** Every item failed in words, on the right output, and nothing was asked. */
function expectAllFailed({ outputs, error }: EngineResult, onError: string): void {
	expect(error).toBeUndefined();
	const last = outputs.at(-1) ?? [];
	const jsons = (onError === 'continueErrorOutput' ? last : outputs.flat()).map(({ json }) => json);
	expect(jsons).toEqual(ITEMS.map((item) => expect.objectContaining({ ...item, error: expect.any(String) })));
	expect(outputs.flat()).toHaveLength(ITEMS.length);
	expect(jsons.flatMap(faultsOf)).toEqual([]);
	expect(takers.asked).toEqual([]);
}

describe.each(['continueErrorOutput', 'continueRegularOutput'] as const)('with %s', (onError) => {
	it.each(FORMS.map((form) => [form.name, form] as const))('a wrong setting of %s is a failure of each item, and nothing leaves', async (_name, form) => {
		for (const [path, value, also = {}] of SETTINGS) {
			const parameters: INodeParameters = { ...structuredClone(form.parameters), ...also };
			const isOther = Object.entries(also).some(([name, value]) => name in form.parameters && form.parameters[name] !== value && name === 'sendTo');
			const isThere = !isOther && [path, ...Object.keys(also)].every((name) => hasField({ ...form, parameters }, name));
			if (!isThere || (form.items > 1 && path === 'afterSending')) continue;
			set(parameters, path, value);
			expectAllFailed(await runForm(form, parameters, onError), onError);
		}
		for (const [, spoil] of CREDENTIALS) {
			const credentials = good();
			spoil(credentials);
			expectAllFailed(await runForm(form, form.parameters, onError, credentials), onError);
		}
	});
});

it('without Continue On Fail the run stops with the same sentence', async () => {
	for (const form of FORMS) {
		if (!hasField(form, 'options.requestsPerSecond')) continue;
		const result = await runForm(form, { ...form.parameters, options: { requestsPerSecond: -1 } }, undefined);
		expect(result.error?.message).toBe('Requests per Second is "-1", where a number from 0 to 1000 is meant');
		expect(result.error?.description).toMatch(/Nothing was sent\.$/);
		expect(takers.asked).toEqual([]);
	}
});
