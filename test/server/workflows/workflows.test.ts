import type { INodeTypeDescription } from 'n8n-workflow';
import { readExamples, strangeParameters } from '../../support/workflowFiles.mjs';
import { Examples, FILES } from './examples.mjs';
import { agent } from './scenarios/agent.mjs';
import { campaign } from './scenarios/campaign.mjs';
import { caresoftTicket } from './scenarios/caresoftTicket.mjs';
import { journey } from './scenarios/journey.mjs';
import { oneTimePassword } from './scenarios/oneTimePassword.mjs';
import { orderInTwoWorkflows } from './scenarios/orderInTwoWorkflows.mjs';
import { reconcile } from './scenarios/reconcile.mjs';
import { statusMessage } from './scenarios/statusMessage.mjs';
import { cascade, missedReports, znsElseSms } from './scenarios/waiting.mjs';

/** Tells what a customer gets through an example. */
export type Scenario = (examples: () => Examples) => void;

const SCENARIOS: Record<string, Scenario> = {
	'ai-agent-zns.json': agent,
	'caresoft-ticket-zns-sms.json': caresoftTicket,
	'find-missed-reports.json': missedReports,
	'order-confirmed-send-zns.json': orderInTwoWorkflows,
	'order-journey-zns.json': journey,
	'order-status-zalo-message.json': statusMessage,
	'order-zns-sms.json': znsElseSms,
	'order-zns-viber-sms.json': cascade,
	'otp-zalo-sms.json': oneTimePassword,
	'reconcile-deliveries.json': reconcile,
	'zns-campaign-spreadsheet.json': campaign,
	'zns-not-delivered-send-sms.json': orderInTwoWorkflows,
};

let examples: Examples;

beforeAll(async () => {
	examples = await Examples.start();
}, 240_000);
afterAll(async () => await examples?.close(), 60_000);
beforeEach(() => examples.stage.simulator.reset());

it('every example has a scenario', () => {
	expect(Object.keys(SCENARIOS).sort()).toEqual(FILES);
});

it('every node of every example is one that this n8n knows, with the parameters it has', async () => {
	const types = (await examples.stage.client.nodeTypes()) as unknown as INodeTypeDescription[];
	const unknown = readExamples().flatMap(({ file, nodes }) =>
		nodes.flatMap((node) => {
			const type = types.find(({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion));
			return (type ? strangeParameters(node, type) : [`${node.type} ${node.typeVersion}`]).map((what) => `${file}: ${what}`);
		}),
	);
	expect(unknown).toEqual([]);
});

describe.each([...new Set(Object.values(SCENARIOS))].map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
	scenario(() => examples);
});
