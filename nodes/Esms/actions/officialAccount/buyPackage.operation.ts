import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { buyPackage as orderPackage, type Registration } from '../../../providers/esms/registrations';
import { officialAccountField } from '../../../shared/esms/account';
import type { Item } from '../../../shared/fields/item';
import { vietnamDay } from '../../../shared/fields/kinds/date';
import { wholeNumber } from '../../../shared/fields/kinds/number';
import { readId } from '../../../shared/fields/locator';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import type { Message } from '../../../shared/sending/types';

const PACKAGES = { advanced: '2', premium: '3', trial: '1' } as const;

const CHOICES = Object.keys(PACKAGES) as Array<keyof typeof PACKAGES>;

const accountField = { ...officialAccountField, description: 'Zalo Official Account that gets the package' };

const packageField: INodeProperties = {
	displayName: 'Package',
	name: 'package',
	type: 'options',
	options: [
		{ name: 'Advanced', value: 'advanced' },
		{ name: 'Premium', value: 'premium' },
		{ name: 'Trial', value: 'trial' },
	],
	default: 'trial',
};

const activeFromField: INodeProperties = {
	displayName: 'Active From',
	name: 'activeFrom',
	type: 'dateTime',
	default: '',
	required: true,
	description: 'Day on which the package starts; the time of day does not count',
};

const durationField: INodeProperties = {
	displayName: 'Duration',
	name: 'duration',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	required: true,
	description: 'How long the package runs. eSMS documents no unit: ask eSMS support whether it means days, months or years.',
};

export const buyPackage: Operation<EsmsClient> = {
	option: {
		name: 'Purchase Package',
		value: 'buyPackage',
		action: 'Purchase package for Official Account',
		description: 'Order a package of Zalo for an Official Account; it costs money, and eSMS decides on the order later',
	},
	fields: [
		accountField,
		packageField,
		activeFromField,
		durationField,
	],
	calls: [PATHS.buyPackage],
	execute,
};

/** Orders one package per item (esms.md 11). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const prepare = (item: Item): Message<Registration> => {
		const order = {
			officialAccountId: readId(item, accountField),
			package: PACKAGES[item.choice(packageField, CHOICES)],
			activeFrom: item.required(activeFromField, vietnamDay),
			duration: item.required(durationField, wholeNumber(1)),
		};
		// It costs money again: by what eSMS knows an order that waits already (code 199) is not documented.
		return { repeat: 'reaches', send: async () => await orderPackage(run.client, order) };
	};
	return [await sendItems(run, prepare, { subject: 'change' })];
}
