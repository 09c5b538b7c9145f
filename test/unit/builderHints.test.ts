import { NodeConnectionTypes, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';
import { NODE_PAGES } from '../../tools/nodes/catalogue.mjs';

const nodes = NODE_PAGES.map(({ description }) => description);
const cases = nodes.map((description) => [description.displayName, description] as const);

function fieldsIn(fields: INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) => [field, ...(field.options ?? []).flatMap((option) => ('values' in option ? fieldsIn(option.values) : 'type' in option ? fieldsIn([option]) : []))]);
}

const hintsOf = ({ builderHint, properties }: INodeTypeDescription) => [
	...(builderHint?.searchHint === undefined ? [] : [builderHint.searchHint]),
	...(builderHint?.relatedNodes ?? []).map(({ relationHint }) => relationHint),
	...fieldsIn(properties).flatMap(({ builderHint: hint }) => (hint ? [hint.propertyHint] : [])),
];

it.each(cases)('%s tells a builder of workflows what it is for', (_, { builderHint }) => {
	expect(builderHint?.searchHint?.length).toBeGreaterThan(100);
	expect(builderHint?.searchHint).toMatch(/\.$/);
});

it.each(cases)('%s: hints are sentences without the forms that n8n keeps to itself', (_, description) => {
	for (const hint of hintsOf(description)) {
		expect(hint).not.toMatch(/\{\{|\$json|undefined/);
		// n8n's rule no-builder-hint-leakage.
		for (const type of Object.values(NodeConnectionTypes).filter((name) => name.startsWith('ai_'))) expect(hint).not.toContain(type);
	}
});

it.each(cases)('%s: related nodes of ours exist', (_, { builderHint }) => {
	const own = (builderHint?.relatedNodes ?? []).map(({ nodeType }) => nodeType).filter((type) => type.startsWith('n8n-nodes-zalo-zns.'));
	expect(own.filter((type) => !nodes.some(({ name }) => type === `n8n-nodes-zalo-zns.${name}`))).toEqual([]);
});

it.each(cases)('%s: nodes and fields that the hints quote are called so in the editor', (_, description) => {
	const labels = new Set([...nodes.map(({ displayName }) => displayName), ...fieldsIn(nodes.flatMap(({ properties }) => properties)).map(({ displayName }) => displayName)]);
	const values = new Set(fieldsIn(description.properties).flatMap(({ options = [] }) => options.flatMap((option) => ('value' in option ? [String(option.value)] : []))));
	const quoted = hintsOf(description).flatMap((hint) => [...hint.matchAll(/(?<!\w)'([^']+)'(?!\w)/g)].map(([, words = '']) => words));
	expect(quoted.filter((words) => !labels.has(words) && !values.has(words))).toEqual([]);
});

it.each(cases.filter(([, { properties }]) => properties.some(({ name }) => name === 'previewOnly')))('%s: what costs money says so, and how to build without sending', (_, description) => {
	const { builderHint } = description;
	expect(builderHint?.searchHint).toMatch(/costs? money/);
	expect(fieldsIn(description.properties).find(({ name }) => name === 'previewOnly')?.builderHint?.propertyHint).toMatch(/^Set true while/);
});

it.each([
	['Send ZNS', ['provider', 'officialAccount', 'template', 'afterSending', 'requestIdBy', 'scenarioId', 'specifyParameters']],
	['eSMS', ['brandname', 'afterSending', 'requestIdBy', 'content']],
	['ZNS Delivery Trigger', ['source', 'verifyWithEsms']],
] as const)('%s: the fields that decide have a hint: %j', (name, fields) => {
	const all = fieldsIn(nodes.find(({ displayName }) => displayName === name)?.properties ?? []);
	expect(fields.filter((field) => !all.some((one) => one.name === field && one.builderHint))).toEqual([]);
});

it('outputs are named in their order', () => {
	const after = fieldsIn(nodes.flatMap(({ properties }) => properties)).find(({ name }) => name === 'afterSending');
	expect(after?.builderHint?.propertyHint).toContain('in this order: No Result, Delivered, Not Delivered');
	const trigger = nodes.find(({ name }) => name === 'znsDeliveryTrigger');
	expect(trigger?.builderHint?.searchHint).toContain(`in this order: ${trigger?.outputNames?.join(', ')}`);
});
