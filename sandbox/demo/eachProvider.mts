import type { JsonObject, WorkflowJson, WorkflowNode } from '../n8n/types.mjs';
import { importWorkflow } from '../n8n/provision.mjs';
import type { Message } from '../simulator/index.mjs';
import type { Stage } from './stage.mjs';
import type { Order } from './story.mjs';

/** A customer who is told of her order three ways. */
const CUSTOMER: Order = { orderCode: 'DH010', customerName: 'Lê Thị Cúc', phone: '0901 888 585', product: 'Áo khoác gió', date: '21/11/2026' };

const START = 'Execute workflow';
const ORDER = 'An order';

/** How the node of each provider is filled in, and its credential. */
const SENDS: Record<string, { credential: keyof Stage['credentials']; parameters: JsonObject }> = {
	eSMS: {
		credential: 'zaloZnsEsmsApi',
		parameters: {
			provider: 'esms',
			officialAccount: chosen('4097311281936189049', 'SVoucher (4097311281936189049)'),
			template: chosen('267247', 'Đánh giá dịch vụ - text (267247)'),
			...values({ customer_name: 'customerName', product_name: 'product', order_code: 'orderCode', date: 'date' }),
		},
	},
	CareSoft: {
		credential: 'zaloZnsCaresoftApi',
		parameters: { provider: 'caresoft', scenarioId: '366', specifyScenarioParameters: 'json', scenarioParametersJson: '={{ { requester: $json.customerName, masoDatve: $json.orderCode } }}' },
	},
	Zalo: {
		credential: 'zaloZnsOfficialAccountApi',
		parameters: {
			provider: 'zalo',
			template: chosen('415203', 'Đánh giá dịch vụ (415203, Zalo tries for 2 hours)'),
			...values({ customer_name: 'customerName', product_name: 'product', order_code: 'orderCode', date: 'date' }),
		},
	},
};

/** @returns what a picker holds after somebody chose from its list */
function chosen(value: string, cachedResultName: string): JsonObject {
	return { __rl: true, mode: 'list', value, cachedResultName };
}

/** @returns the parameters of a template, each from a field of the order */
function values(fields: Record<string, keyof Order>): JsonObject {
	const written = Object.entries(fields).map(([name, field]) => `${name}: $json.${field}`);
	return { specifyParameters: 'json', templateParametersJson: `={{ { ${written.join(', ')} } }}` };
}

/** What became of the message through one provider. */
export interface ProviderStory {
	/** As the user reads it. */
	provider: string;
	/** What Send ZNS gave; undefined where it failed. */
	receipt: JsonObject | undefined;
	/** What the customer's phone got. */
	message: Message | undefined;
}

/** Sends the same news through each of the providers, by nodes that differ in nothing but Provider and its fields. */
export async function playEachProvider(stage: Stage): Promise<ProviderStory[]> {
	const { id } = await importWorkflow(stage.client, workflow(), { credentials: stage.credentials, activate: false });
	const execution = await stage.client.waitForExecution(await stage.client.runWorkflow(id, START));
	await stage.simulator.whenIdle();
	const messages = stage.simulator.messages().filter(({ phone }) => phone === CUSTOMER.phone.replace(/\s/g, ''));
	return Object.entries(SENDS).map(([provider, { parameters }]) => ({
		provider,
		receipt: execution.data.resultData.runData[nodeName(provider)]?.[0]?.data?.main?.[0]?.[0]?.json,
		message: messages.find((message) => message.provider === parameters.provider),
	}));
}

const nodeName = (provider: string) => `Send ZNS by ${provider}`;

function workflow(): WorkflowJson {
	const node = (name: string, type: string, typeVersion: number, position: [number, number], parameters: JsonObject): WorkflowNode => ({ id: name, name, type, typeVersion, position, parameters });
	const sends = Object.entries(SENDS).map(([provider, { credential, parameters }], index): WorkflowNode => ({
		...node(nodeName(provider), 'n8n-nodes-zalo-zns.sendZns', 1.1, [448, (index - 1) * 208], { ...parameters, phone: '={{ $json.phone }}' }),
		credentials: { [credential]: { id: '', name: '' } },
	}));
	const to = (...names: string[]) => ({ main: [names.map((name) => ({ node: name, type: 'main', index: 0 }))] });
	return {
		name: 'One ZNS through each provider',
		nodes: [
			node(START, 'n8n-nodes-base.manualTrigger', 1, [0, 0], {}),
			node(ORDER, 'n8n-nodes-base.set', 3.4, [224, 0], { mode: 'raw', jsonOutput: JSON.stringify(CUSTOMER, null, 2), options: {} }),
			...sends,
		],
		connections: { [START]: to(ORDER), [ORDER]: to(...sends.map(({ name }) => name)) },
		settings: { executionOrder: 'v1' },
	};
}
