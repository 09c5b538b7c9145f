import { resources as caresoftResources } from '../nodes/Caresoft/resources';
import { resources as esmsResources } from '../nodes/Esms/resources';
import { PATHS } from '../nodes/providers/esms/endpoints';
import type { Resource } from '../nodes/shared/operations';
import { resources as zaloResources } from '../nodes/ZaloOfficialAccount/resources';
import { ESMS_MENU, type MenuEntry } from './esmsMenu.mjs';
import { table } from './markdown.mjs';

/** What answers an entry of the menu. */
export interface Answer {
	/** As the user finds it in the editor. */
	name: string;
	/** Documented paths that it calls. */
	calls: readonly string[];
	/** Test that runs it. */
	test: string;
}

/** @returns the operations of a node, by resource and operation; the test follows from these two */
function operationsOf(node: string, folder: string, resources: Resource[]): Array<[key: string, answer: Answer]> {
	return resources.flatMap(({ option: resource, operations }) =>
		operations.map(({ option, calls }): [string, Answer] => [
			`${resource.value}.${option.value}`,
			{ name: `${node} > ${resource.name} > ${option.name}`, calls, test: `test/engine/${folder}/${resource.value}.${option.value}.test.ts` },
		]),
	);
}

const sendZns = (name: string, call: string, test: string): Answer => ({ name: `Send ZNS > ${name}`, calls: [call], test: `test/engine/${test}` });

/** Everything that answers an entry of the menu of eSMS. */
export const OPERATIONS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
	['sendZns:phone', sendZns('Send To: Phone', PATHS.sendZns, 'sendZns.esms.test.ts')],
	['sendZns:zaloUserId', sendZns('Send To: Zalo User ID', PATHS.sendZnsByUserId, 'sendZns.targets.test.ts')],
	['sendZns:hashedPhone', sendZns('Send To: Hashed Phone', PATHS.sendZnsByHash, 'sendZns.targets.test.ts')],
	['sendZns:journey', sendZns('Send To: Phone, in a Journey', PATHS.sendZnsJourney, 'sendZns.targets.test.ts')],
	['sendZns:batches', sendZns('Sending: In Batches', PATHS.sendZnsBulk, 'sendZns.batches.test.ts')],
	['zaloTransaction', { name: 'Zalo Transaction Message', calls: [PATHS.sendTransaction], test: 'test/engine/zaloTransaction.test.ts' }],
	['znsDeliveryTrigger', { name: 'ZNS Delivery Trigger', calls: [], test: 'test/engine/znsDeliveryTrigger.test.ts' }],
	['esmsInboundTrigger', { name: 'eSMS Inbound Trigger', calls: [], test: 'test/engine/esmsInboundTrigger.test.ts' }],
	['failures', { name: '[What can go wrong](failures.md)', calls: [], test: 'test/unit/docs/failures.test.ts' }],
	...operationsOf('eSMS', 'esms', esmsResources),
]);

/** Operations of the CareSoft node, for the second table. */
export const CARESOFT_OPERATIONS: ReadonlyMap<string, Answer> = new Map(operationsOf('CareSoft', 'caresoft', caresoftResources));

/** Operations of the Zalo Official Account node, for the third table. */
export const ZALO_OPERATIONS: ReadonlyMap<string, Answer> = new Map(operationsOf('Zalo Official Account', 'zalo', zaloResources));

/** @returns the text of docs/api.md, made from the operations */
export function apiPage(): string {
	return `${[
		'<!-- Made by `npm run docs` from the operations of the nodes and tools/esmsMenu.mts. -->',
		'# What answers each call of the providers',
		'## eSMS',
		'Every entry of the menu of [developers.esms.vn](https://developers.esms.vn/esms-api/), the operation that answers it, the endpoint that it calls, and the test that runs it. Older forms of a function (GET, form, XML, V4 and V5 where V6 does the same) are not built again: the newest form takes their place.',
		...Object.entries(ESMS_MENU).flatMap(([chapter, entries]) => [
			`### ${chapter}`,
			table(['Entry of eSMS', 'Operation', 'Endpoint', 'Test'], entries.map(rowOf)),
		]),
		'## CareSoft',
		'The documented calls of [CareSoft](https://docs.caresoft.vn/danh-muc/restful-api-cua-caresoft); Send ZNS > CareSoft sends the ZNS.',
		tableOf(CARESOFT_OPERATIONS),
		'## Zalo',
		'The calls of [Zalo](https://developers.zalo.me/docs/zbs-template-message) about the messages, templates and tokens of an Official Account; Send ZNS > Zalo Official Account sends.',
		tableOf(ZALO_OPERATIONS),
	].join('\n\n')}\n`;
}

function tableOf(operations: ReadonlyMap<string, Answer>): string {
	return table(
		['Operation', 'Endpoint', 'Test'],
		[...operations.values()].map(({ name, calls, test }) => [name, calls.map(code).join('<br>'), linkToTest(test)]),
	);
}

function rowOf({ title, page, answers, note }: MenuEntry): string[] {
	const found = answers.map(answerOf);
	return [
		`[${title}](https://developers.esms.vn/${page})`,
		found.map(({ name }) => name).join('<br>') + (note === undefined ? '' : `<br>${note}`),
		[...new Set(found.flatMap(({ calls }) => calls))].map(code).join('<br>'),
		[...new Set(found.map(({ test }) => test))].map(linkToTest).join('<br>'),
	];
}

/** @throws Error where nothing has this key */
export function answerOf(key: string): Answer {
	const answer = OPERATIONS.get(key);
	if (!answer) throw new Error(`The menu names ${key}, which no operation has`);
	return answer;
}

/** Long paths share their beginning. */
function code(path: string): string {
	return `\`${path.replace('/MainService.svc/json', '')}\``;
}

function linkToTest(test: string): string {
	return `[${test.replace('test/', '')}](../${test})`;
}
