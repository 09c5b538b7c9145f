import { executeFilter, type FilterValue, type INode } from 'n8n-workflow';
import { failureOf, type FailureClass } from '../../nodes/domain/failure';
import { withSecondLeg } from '../../nodes/domain/secondLeg';
import { readExamples } from '../support/workflowFiles.mjs';

/** Every Filter and If of the examples that goes by fallbackAdvised. */
const deciding = readExamples().flatMap(({ file, nodes }) =>
	nodes.filter(({ parameters }) => JSON.stringify(parameters.conditions ?? '').includes('fallbackAdvised')).map((node) => [`${file}: ${node.name}`, node] as const),
);

/** What a Filter has before it: a report, an item of a node that waited, and an item of the error branch, in one. */
const itemWith = (failure: object | null, more: object = {}) => {
	const report = { channel: 'zns', outcome: 'failed', final: true, recipient: { phone: '0901888484' }, messageId: 'm', failure, ...more };
	return { ...report, delivery: report, details: failure };
};

/** Works out the conditions of a node as n8n does. */
function passes(node: INode, json: object): boolean {
	const { conditions: filter } = node.parameters as unknown as { conditions: FilterValue };
	const valueOf = (given: unknown) => (typeof given === 'string' && given.startsWith('={{') ? expression(given, json) : given);
	return Boolean(executeFilter({ ...filter, conditions: filter.conditions.map((condition) => ({ ...condition, leftValue: valueOf(condition.leftValue) as never })) }));
}

function expression(given: string, json: object): unknown {
	const earlier = () => ({ first: () => ({ json }) });
	// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the expressions of our own examples
	return (new Function('$json', '$', `return ${given.slice(3, -2)}`) as (json: object, earlier: () => unknown) => unknown)(json, earlier);
}

/** Behind a Viber message that failed, which never says why: Zalo has not reached this customer either. */
const WANTED_WITHOUT_REASON = ['order-zns-viber-sms.json: Viber still not delivered'];

it('all examples that fall back ask whether it helps', () => {
	expect(deciding.map(([name]) => name)).toEqual([
		'order-journey-zns.json: An SMS helps',
		'order-status-zalo-message.json: Another way helps',
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
