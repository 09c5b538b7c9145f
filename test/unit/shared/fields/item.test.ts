import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Item } from '../../../../nodes/shared/fields/item';
import { text } from '../../../../nodes/shared/fields/kinds/text';

/** Three items of a run whose expressions give their number; n8n reads a field each time it is asked. */
function run(parameters: IDataObject): { items: Item[]; reads: () => string[] } {
	const reads: string[] = [];
	const perItem = (value: unknown, item: number): unknown => {
		if (typeof value === 'string') return value === '={{ $itemIndex }}' ? String(item) : value;
		return Object.fromEntries(Object.entries(value as object).map(([name, inside]) => [name, perItem(inside, item)]));
	};
	const context = {
		getNode: () => ({ parameters }),
		getTimezone: () => 'Asia/Ho_Chi_Minh',
		getNodeParameter: (name: string, item: number, standard: unknown) => {
			reads.push(`${name} ${item}`);
			return name in parameters ? perItem(parameters[name], item) : standard;
		},
	} as unknown as IExecuteFunctions;
	const plain = new Map();
	return { items: [0, 1, 2].map((index) => new Item(context, index, plain)), reads: () => reads };
}

const phone = { name: 'phone', displayName: 'Phone' };
const campaign = { name: 'options.campaign', displayName: 'Campaign' };
const requestKey = { name: 'options.requestKey', displayName: 'Request Key' };

it('a field without an expression is read once for all items of a run', () => {
	const { items, reads } = run({ phone: '0901888484' });
	expect(items.map((item) => item.optional(phone, text))).toEqual(['0901888484', '0901888484', '0901888484']);
	expect(reads()).toEqual(['phone 0']);
});

it('a field that is not set is so for all items', () => {
	const { items, reads } = run({});
	expect(items.map((item) => item.optional(campaign, text))).toEqual([undefined, undefined, undefined]);
	expect(reads()).toEqual(['options 0']);
});

it('an expression is worked out for each item, wherever in a collection it stands', () => {
	const { items, reads } = run({ phone: '={{ $itemIndex }}', options: { campaign: 'Tết', requestKey: '={{ $itemIndex }}' } });
	const values = items.map((item) => [item.optional(phone, text), item.optional(campaign, text), item.optional(requestKey, text)]);
	expect(values).toEqual([['0', 'Tết', '0'], ['1', 'Tết', '1'], ['2', 'Tết', '2']]);
	expect(reads()).toEqual(['phone 0', 'options 0', 'phone 1', 'options 1', 'phone 2', 'options 2']);
});
