import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode, type EngineRun } from '../support/engine.mjs';
import { recordLogs } from '../support/engineLogs.mjs';
import { leaksOf } from '../support/leaks.mjs';
import { seededZalo } from '../support/seededZalo.mjs';
import { startRefuser, type Refuser } from '../support/refuser.mjs';
import { KINDS } from './preview/kinds.mjs';

/** Digits that occur nowhere else, so that every find is a leak. */
const PHONE = '0987654321';
const USER = '98765432109876543';
const BROKEN: Record<string, unknown[]> = {
	phone: [`${PHONE}0`, PHONE.slice(1), '0987 654.32x1', `+1 ${USER.slice(0, 10)}`, Number(PHONE)],
	hashedPhone: [`${PHONE}0`, PHONE.slice(1), `${USER}abcdef`],
	zaloUserId: [`${USER}x`, Number(USER)],
};
const GOOD: Record<string, string> = { phone: PHONE, hashedPhone: PHONE, zaloUserId: USER };

const NUMBERS = [`${PHONE}0`, USER, `84${PHONE.slice(1)}`];

/** An operation that takes a number of a customer. */
interface Operation {
	name: string;
	type: EngineRun['type'];
	parameters: INodeParameters;
	items: IDataObject[];
	/** Parameter with the number. */
	field: string;
}

const esms = (resource: string, operation: string, more: INodeParameters, field = 'phone'): Operation => ({
	name: `${resource} ${operation}`, type: 'esms', items: [{}], field, parameters: { resource, operation, [field]: PHONE, ...more },
});
const caresoft = (resource: string, operation: string, more: INodeParameters): Operation => ({ ...esms(resource, operation, more), type: 'caresoft' });
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const SENDING: Operation[] = KINDS.map((kind) => ({ ...kind, field: Object.keys(GOOD).find((field) => field in kind.parameters) ?? '' }));

/** Operations that send nothing, but ask or write about a customer. */
const OTHERS: Operation[] = [
	esms('otp', 'checkCode', { code: '686868' }),
	esms('price', 'estimateSms', { brandname: byId('MYSHOP'), content: 'MYSHOP: don hang' }),
	esms('price', 'estimateZns', { officialAccount: byId('4097311281936189049'), template: byId('205644'), specifyParameters: 'json', templateParametersJson: '{"otp": "686868"}' }),
	esms('price', 'estimateAdvertising', { brandname: byId('QC_ONLINE'), content: 'QC_ONLINE: giam gia' }, 'phones'),
	caresoft('zalo', 'getReachability', { officialAccountId: '4097311281936189049' }),
	caresoft('contact', 'getByPhone', { ifNotFound: 'fail' }),
	caresoft('contact', 'upsert', {}),
];

let simulator: Simulator;
let refuser: Refuser;
let logs: string[];

beforeAll(async () => {
	logs = recordLogs();
	simulator = await startSimulator();
	refuser = await startRefuser(simulator.url);
});
afterAll(async () => {
	await refuser.close();
	await simulator.close();
});
beforeEach(() => {
	simulator.reset();
	logs.length = 0;
});

/** Runs an operation for a customer in both ways in which n8n handles errors. */
async function failuresOf({ name, type, parameters, items, field }: Operation, to: unknown): Promise<string[]> {
	const customer = field === 'phones' && typeof to !== 'string' ? [to] : to;
	const run: EngineRun = {
		type,
		parameters: { ...parameters, [field]: '={{ $json.to }}' },
		// An advertising SMS needs 30 numbers, of which one is wrong.
		items: items.map((item, index) => ({ ...item, to: index === 0 || items.length === 1 ? customer : item.phone })) as IDataObject[],
		credentials: {
			zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: `${refuser.url}/esms` },
			zaloZnsCaresoftApi: { domain: 'simshop', apiToken: 'SIMULATOR-API-TOKEN', host: 'custom', customHost: `${refuser.url}/caresoft`, webhookSecret: '' },
			zaloZnsOfficialAccountApi: { ...seededZalo(simulator), baseUrl: refuser.url },
		},
	};
	const stopped = await runNode(run);
	const goneOn = await runNode({ ...run, onError: 'continueRegularOutput' });
	const [item] = goneOn.outputs[0] ?? [];
	if (!stopped.error || typeof item?.json.error !== 'string') throw new Error(`${name} did not fail for ${String(to)}`);
	// With stack and cause, as n8n logs it; the item itself may hold the number in its own fields and in the raw answer.
	const said = [stopped.error.message, stopped.error.description, stopped.error.stack, (stopped.error as Error).cause, item.json.error, item.json.message];
	return said.map((text) => (text instanceof Error ? `${text.message} ${text.stack}` : String(text)));
}

async function expectNoLeak(operations: Operation[], valuesOf: (operation: Operation) => unknown[]): Promise<void> {
	const runs = operations.flatMap((operation) => valuesOf(operation).map(async (value) => await failuresOf(operation, value)));
	const said = (await Promise.all(runs)).flat();
	expect(said.length).toBeGreaterThanOrEqual(operations.length * 6);
	expect(leaksOf(NUMBERS, said)).toEqual([]);
	// The log holds what it should: n8n reports the error of every run that stops.
	expect(logs.filter((line) => line.startsWith('error ')).length).toBeGreaterThanOrEqual(operations.length);
	expect(leaksOf(NUMBERS, logs)).toEqual([]);
}

const good = ({ field }: Operation) => [GOOD[field] ?? PHONE];

describe.each([
	['that sends', SENDING],
	['that asks or writes', OTHERS],
] as const)('no operation %s gives a number of a customer away in a title, an advice or the log', (_, operations) => {
	it('where it is broken', async () => {
		refuser.says = undefined;
		refuser.asked = 0;
		await expectNoLeak([...operations], ({ field }) => BROKEN[field] ?? (BROKEN.phone as unknown[]));
		expect(refuser.asked).toBe(0);
	});

	it.each([
		['as it went out', `So dien thoai ${PHONE} / ${USER} bi chan`],
		['in other words', `84${PHONE.slice(1)}, +84 (0) 987-654-321: blocked, user_id=${USER}`],
	])('where the provider quotes it %s', async (_how, says) => {
		refuser.says = says;
		await expectNoLeak([...operations], good);
	});

	it('where the answer is lost', async () => {
		refuser.says = undefined;
		await expectNoLeak([...operations], good);
	});
});
