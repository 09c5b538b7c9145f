import { createRunExecutionData, executeFilter, Workflow, type FilterValue, type IDataObject, type INode, type INodeTypes } from 'n8n-workflow';
import { failureOf, type FailureClass } from '../../nodes/domain/failure';
import { withSecondLeg } from '../../nodes/domain/secondLeg';
import { readExamples } from '../support/workflowFiles.mjs';

/** Every Filter and If of the examples that goes by fallbackAdvised. */
const deciding = readExamples().flatMap(({ file, nodes }) =>
	nodes.filter(({ parameters }) => JSON.stringify(parameters.conditions ?? '').includes('fallbackAdvised')).map((node) => [`${file}: ${node.name}`, node] as const),
);

/** What a Filter has before it: a report, an item of a node that waited, and an item of the error branch, in one. */
const itemWith = (failure: object | null, more: IDataObject = {}): IDataObject => {
	const report: IDataObject = { channel: 'zns', outcome: 'failed', final: true, recipient: { phone: '0901888484' }, messageId: 'm', failure: failure as IDataObject, ...more };
	return { ...report, delivery: report, details: report.failure };
};

/** A node that some examples look back to. */
const EARLIER = 'Journey reports';

/** Works out the conditions of a node as n8n does. */
function passes(node: INode, json: IDataObject): boolean {
	const trigger: INode = { id: 't', name: EARLIER, type: 'start', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		nodes: [trigger, node],
		connections: { [EARLIER]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: { getByName: () => undefined, getByNameAndVersion: () => undefined, getKnownTypes: () => ({}) } as unknown as INodeTypes,
	});
	const items = [{ json }];
	const ran = createRunExecutionData({
		resultData: { runData: { [EARLIER]: [{ startTime: 0, executionTime: 0, executionIndex: 0, source: [], data: { main: [items] } }] } },
	});
	const filter = workflow.expression.getParameterValue(node.parameters.conditions as never, ran, 0, 0, node.name, items, 'internal', {}) as unknown as FilterValue;
	return Boolean(executeFilter(filter));
}

/** Behind a Viber message that failed, which never says why: Zalo has not reached this customer either. */
const WANTED_WITHOUT_REASON = ['order-zns-viber-sms.json: Viber still not delivered'];

it('all examples that fall back ask whether it helps', () => {
	expect(deciding.map(([name]) => name)).toEqual([
		'form-zns-sms.json: An SMS helps?',
		'order-answer-then-wait.json: An SMS helps',
		'order-journey-zns.json: An SMS helps',
		'order-status-zalo-message.json: Another way helps',
		'order-zalo-zns-sms.json: Still not delivered',
		'order-zalo-zns-sms.json: An SMS helps instead?',
		'order-zns-sms.json: Still not delivered',
		'order-zns-sms.json: An SMS helps',
		'order-zns-sms.json: An SMS helps instead?',
		'order-zns-viber-sms.json: Still not delivered',
		'order-zns-viber-sms.json: Another channel helps',
		'order-zns-viber-sms.json: Viber still not delivered',
		'reconcile-deliveries.json: An SMS helps',
		'zns-not-delivered-send-sms.json: An SMS helps',
	]);
});

describe.each(deciding)('%s', (name, node) => {
	it('lets pass whom another channel would reach', () => {
		expect(passes(node, itemWith(failureOf('-118', 'No Zalo account', 'unreachable')))).toBe(true);
	});

	it.each<FailureClass>(['bad_phone', 'billing', 'template', 'account', 'auth', 'params', 'duplicate', 'refused'])('stops what an SMS would not help: %s', (failureClass) => {
		expect(passes(node, itemWith(failureOf('1', 'No', failureClass)))).toBe(false);
	});

	it.each<FailureClass>(['unknown', 'uncertain'])('sends none without a reason, unless the example is made for that: %s', (failureClass) => {
		expect(passes(node, itemWith(failureOf(null, 'No reason was given', failureClass)))).toBe(WANTED_WITHOUT_REASON.includes(name));
	});

	it('sends no second SMS where eSMS sends one itself', () => {
		for (const failureClass of ['unreachable', 'unknown'] as const) expect(passes(node, itemWith(withSecondLeg(failureOf('-118', 'No Zalo account', failureClass))))).toBe(false);
	});
});

it.each(deciding.filter(([name]) => name.toLowerCase().includes('still not delivered')))('%s: when the time is over, what is on its way goes on, and what has arrived stops', (_name, node) => {
	expect(passes(node, itemWith(null, { outcome: 'pending', final: false }))).toBe(true);
	expect(passes(node, itemWith(null, { outcome: 'unknown', final: false }))).toBe(true);
	expect(passes(node, itemWith(null, { outcome: 'delivered' }))).toBe(false);
});
