import type { INode } from 'n8n-workflow';
import { readExamples, type Example } from '../support/workflowFiles.mjs';

/** n8n's nodes that hand an item on as it came. */
const PASSING = ['n8n-nodes-base.filter', 'n8n-nodes-base.if', 'n8n-nodes-base.noOp'];

const DEFAULT_FIELD = 'delivery';

const waiting = readExamples().flatMap((example) =>
	example.nodes.filter(({ parameters }) => parameters.afterSending === 'wait').map((node) => [`${example.file}: ${node.name}`, example, node] as const),
);
const triggers = readExamples().flatMap(({ file, nodes }) => nodes.filter(({ type }) => type.endsWith('.znsDeliveryTrigger')).map((node) => [`${file}: ${node.name}`, node] as const));

const reportFieldOf = ({ parameters }: INode) => String((parameters.options as { reportField?: string } | undefined)?.reportField ?? DEFAULT_FIELD);

function nextOf({ connections, nodes }: Example, { name }: INode): INode[] {
	const { main = [] } = (connections as Record<string, { main?: Array<Array<{ node: string }> | null> }>)[name] ?? {};
	const names = main.flatMap((output) => (output ?? []).map(({ node }) => node));
	return nodes.filter((node) => names.includes(node.name));
}

/** The nodes that see the item of a node as it left, and those whose own item comes from it. */
function behind(example: Example, node: INode): INode[] {
	return nextOf(example, node).flatMap((next) => [next, ...(PASSING.includes(next.type) ? behind(example, next) : [])]);
}

it('there are examples that wait, also one behind the other', () => {
	expect(waiting.map(([name]) => name)).toEqual([
		'form-zns-sms.json: Send ZNS',
		'order-answer-then-wait.json: Send ZNS',
		'order-status-zalo-message.json: Send order message',
		'order-zalo-zns-sms.json: Send ZNS',
		'order-zns-sms.json: Send ZNS',
		'order-zns-viber-sms.json: Send ZNS',
		'order-zns-viber-sms.json: Send Viber',
		'zns-campaign-spreadsheet.json: Send ZNS in batches',
	]);
});

it.each(waiting)('%s: its report has a field of its own, and what stands behind reads that one', (_, example, node) => {
	const others = example.nodes.filter((other) => other !== node && other.parameters.afterSending === 'wait').map(reportFieldOf);
	expect(others).not.toContain(reportFieldOf(node));
	const read = behind(example, node).flatMap(({ parameters }) => [...JSON.stringify(parameters).matchAll(/\$json\.(\w*delivery)\b/gi)].map(([, field]) => field));
	expect(read.length).toBeGreaterThan(0);
	expect(new Set(read)).toEqual(new Set([reportFieldOf(node)]));
});

it.each(waiting)('%s: waits no longer than it may where it asks', (_, _example, { parameters }) => {
	expect(Number(parameters.waitLimit)).toBeLessThanOrEqual(180);
});

it('no example looks for the reason beside the report, or goes by what a caller claims', () => {
	for (const { file, nodes } of readExamples()) {
		const settings = JSON.stringify(nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote').map(({ parameters }) => parameters));
		expect([file, settings.match(/\$json\.noResult|claimed/)]).toEqual([file, null]);
	}
});

it.each(triggers)('%s: asks eSMS, and has the credential for it', (_, { parameters, credentials }) => {
	expect(parameters.verifyWithEsms).toBe(true);
	expect(Object.keys(credentials ?? {})).toEqual(['zaloZnsEsmsApi']);
});
