import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { buyPackage as orderPackage, type Registration } from '../../../providers/esms/registrations';
import { esmsClient } from '../../../shared/clients';
import { readVietnamTime } from '../../../shared/fields/dates';
import { officialAccountField, readId } from '../../../shared/fields/locators';
import { esmsSendOptions } from '../../../shared/fields/sendOptions';
import { readChoice } from '../../../shared/fields/text';
import { readWholeNumber } from '../../../shared/fields/wholeNumber';
import type { Operation } from '../../../shared/operations';
import { refuseOrderOnRetry } from '../../../shared/sending/onRetry';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';

const PACKAGES = { advanced: '2', premium: '3', trial: '1' } as const;

const CHOICES = Object.keys(PACKAGES) as Array<keyof typeof PACKAGES>;

const accountField = { ...officialAccountField, description: 'Zalo Official Account that gets the package' };

export const buyPackage: Operation = {
	option: {
		name: 'Purchase Package',
		value: 'buyPackage',
		action: 'Purchase package for official account',
		description: 'Order a package of Zalo for an Official Account; it costs money, and eSMS decides on the order later',
	},
	fields: [
		accountField,
		{
			displayName: 'Package',
			name: 'package',
			type: 'options',
			options: [
				{ name: 'Advanced', value: 'advanced' },
				{ name: 'Premium', value: 'premium' },
				{ name: 'Trial', value: 'trial' },
			],
			default: 'trial',
		},
		{
			displayName: 'Active From',
			name: 'activeFrom',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'Day on which the package starts, in Vietnam time',
		},
		{
			displayName: 'Duration',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			required: true,
			description: 'How long the package runs. eSMS documents no unit: ask eSMS support whether it means days, months or years.',
		},
	],
	calls: [PATHS.buyPackage],
	execute,
};

/** Orders one package per item (esms.md 11). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend<Registration>> => {
		refuseOrderOnRetry(this);
		const order = {
			officialAccountId: readId(this, itemIndex, accountField),
			package: PACKAGES[readChoice(this, itemIndex, 'package', 'Package', CHOICES)],
			activeFrom: readVietnamTime(this, itemIndex, 'activeFrom', 'Active From').slice(0, 10),
			duration: readWholeNumber(this, itemIndex, { name: 'duration', displayName: 'Duration', least: 1 }),
		};
		return { repeatable: false, send: async () => await orderPackage(client, order) };
	};
	const requestsPerSecond = esmsSendOptions.requestsPerSecond.default;
	return [await sendItems(this, { provider: 'esms', subject: 'change', requestsPerSecond, prepare })];
}
