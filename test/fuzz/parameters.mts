import { set } from 'lodash';
import type { INodeParameters, INodeProperties, INodePropertyCollection, INodeType, NodeParameterValueType } from 'n8n-workflow';
import { resources as caresoftResources } from '../../nodes/Caresoft/resources';
import { Caresoft } from '../../nodes/Caresoft/Caresoft.node';
import { Esms } from '../../nodes/Esms/Esms.node';
import { resources as esmsResources } from '../../nodes/Esms/resources';
import { SendZns } from '../../nodes/SendZns/SendZns.node';
import { resources as zaloResources } from '../../nodes/ZaloOfficialAccount/resources';
import { ZaloOfficialAccount } from '../../nodes/ZaloOfficialAccount/ZaloOfficialAccount.node';
import { ZaloTransaction } from '../../nodes/ZaloTransaction/ZaloTransaction.node';

/** One operation of a node, filled in as its own placeholders show it. */
export interface Form {
	name: string;
	node: INodeType;
	parameters: INodeParameters;
	/** Paths of the values that a user can write, or an expression bring. */
	places: string[];
	previews: boolean;
	/** An advertising SMS needs many. */
	items: number;
}

/** Set by the form itself, or worth no hostile value: an expression cannot change them, or they only slow things down. */
const FIXED = new Set(['resource', 'operation', 'provider', 'afterSending', 'waitLimit', 'routeResults', 'previewOnly', 'requestsPerSecond', 'notice']);

/** Good values where the placeholder of a field is none. */
const GOOD: Record<string, NodeParameterValueType> = {
	templateParametersJson: '{"otp": "686868"}', specifyParameters: 'json', specifyScenarioParameters: 'json', template: { __rl: true, mode: 'id', value: '205644' },
	hashedPhone: 'a'.repeat(64), limit: 1, requestKey: 'DH001_paid',
	table: { row: [{ key: 'Mã đơn hàng', value: 'DH001' }] }, specifyMessage: 'fields', messageType: 'text', title: 'Xem', content: 'Xin chao {OTP}', callbackUrl: 'https://n8n.example.com/webhook/zns', smsCallbackUrl: 'https://n8n.example.com/webhook/sms', text: 'Xin chao', from: '2026-01-01T00:00:00', to: '2026-01-02T00:00:00',
};

/** @returns what a careful user would fill in */
function valueFor(field: INodeProperties): NodeParameterValueType {
	const { name, type, placeholder = '', options = [] } = field;
	if (name in GOOD) return GOOD[name];
	const example = /^e\.g\. ([^…]+)$/s.exec(placeholder)?.[1];
	switch (type) {
		case 'resourceLocator':
			return { __rl: true, mode: 'id', value: example ?? '409731128193618' };
		case 'collection':
			return Object.fromEntries((options as INodeProperties[]).filter((option) => option.type === 'string' && !FIXED.has(option.name)).map((option) => [option.name, valueFor(option)])) as NodeParameterValueType;
		case 'fixedCollection':
			return Object.fromEntries((options as INodePropertyCollection[]).map((group) => {
				const entry = Object.fromEntries(group.values.map((value) => [value.name, valueFor(value)]));
				return [group.name, field.typeOptions?.multipleValues ? [entry] : entry];
			})) as NodeParameterValueType;
		case 'string':
		case 'json':
			return example ?? (field.default === '' ? 'text' : field.default);
		case 'dateTime':
			return '2099-01-01T08:30:00';
		default:
			return field.default;
	}
}

function placesIn(value: unknown, path: string): string[] {
	if (typeof value !== 'object' || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([key, inside]) => (key.startsWith('__') || key === 'mode' ? [] : placesIn(inside, `${path}.${key}`)))];
}

function formOf(node: INodeType, chosen: INodeParameters): Form {
	const shown = node.description.properties.filter(({ displayOptions }) =>
		Object.entries(chosen).every(([name, value]) => displayOptions?.show?.[name]?.includes(value as string) ?? true),
	);
	const filled = shown.filter(({ name, type }) => !FIXED.has(name) && type !== 'notice').map((field): [string, NodeParameterValueType] => [field.name, valueFor(field)]);
	const parameters = { ...Object.fromEntries(filled), ...chosen } as INodeParameters;
	return { name: Object.values(chosen).join(' '), node, parameters, places: filled.filter(([name]) => !shown.some((field) => field.name === name && field.noDataExpression)).flatMap(([name, value]) => placesIn(value, name)), previews: shown.some(({ name }) => name === 'previewOnly'), items: chosen.operation === 'sendAdvertising' ? 30 : 1 };
}

const resourceForms = (node: INodeType, resources: ReadonlyArray<{ option: { value: string }; operations: ReadonlyArray<{ option: { value: string } }> }>) =>
	resources.flatMap(({ option, operations }) => operations.map((operation) => formOf(node, { resource: option.value, operation: operation.option.value })));

/** Every operation of every node that sends or asks. */
export const FORMS: Form[] = [
	...resourceForms(new Esms(), esmsResources),
	...resourceForms(new Caresoft(), caresoftResources),
	...resourceForms(new ZaloOfficialAccount(), zaloResources),
	...['phone', 'zaloUserId', 'hashedPhone', 'journey'].map((sendTo) => formOf(new SendZns(), { provider: 'esms', sendTo })),
	...['phone', 'zaloUserId', 'hashedPhone'].map((sendTo) => formOf(new SendZns(), { provider: 'zalo', sendTo })),
	formOf(new SendZns(), { provider: 'caresoft' }),
	formOf(new ZaloTransaction(), { operation: 'order' }),
].filter(({ places }) => places.length > 0);

/** @returns the parameters with other values in some places */
export function withValues(parameters: INodeParameters, changes: Array<[path: string, value: unknown]>): INodeParameters {
	const copy = structuredClone(parameters);
	for (const [path, value] of changes) set(copy, path, value);
	return copy;
}
