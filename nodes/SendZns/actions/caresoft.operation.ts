import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CaresoftClient } from '../../providers/caresoft/client';
import { sendZns } from '../../providers/caresoft/zns';
import { readCaresoftId, readOptionalCaresoftId } from '../../shared/caresoft/id';
import { caresoftOptionsField, readSendOnRetry, readSimplify } from '../../shared/caresoft/options';
import { scenarioPicture } from '../../shared/caresoft/preview';
import { caresoftReceipt } from '../../shared/caresoft/receipt';
import type { Item } from '../../shared/fields/item';
import { previewOnlyField } from '../../shared/fields/previewOnly';
import { phoneField } from '../../shared/fields/recipient';
import type { Run } from '../../shared/run/run';
import { sendItems } from '../../shared/sending/sendItems';
import { readScenarioParameters } from '../scenarioParameters';

export const fields: INodeProperties[] = [
	{
		displayName: 'Scenario ID',
		name: 'scenarioId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 366',
		description:
			'In CareSoft: Admin > Kịch bản, type "Gửi tin nhắn Zalo ZNS". The scenario holds the Zalo template and the Official Account.',
		builderHint: { propertyHint: 'Ask the user: the ID of a scenario in CareSoft, not that of the Zalo template.' },
		hint: 'ID of the CareSoft scenario, not of the Zalo template',
	},
	phoneField,
	{
		displayName: 'Specify Parameters',
		name: 'specifyScenarioParameters',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'By CareSoft', value: 'none', description: 'CareSoft fills in the parameters as the scenario says' },
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
		description: 'Who fills in the parameters of the message. CareSoft offers no list of them, so they cannot be checked before sending.',
	},
	{
		displayName: 'Scenario Parameters',
		name: 'scenarioParameters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Parameter',
		default: {},
		description: 'Values of the parameters of the scenario; without a row CareSoft fills them in by itself, as the scenario says',
		displayOptions: { show: { specifyScenarioParameters: ['fields'] } },
		options: [
			{
				displayName: 'Parameter',
				name: 'parameter',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. ma_booking',
						description: 'Name of the parameter in the scenario',
					},
					{ displayName: 'Value', name: 'value', type: 'string', default: '', placeholder: 'e.g. BOOKING123', description: 'Value of the parameter in this message' },
				],
			},
		],
	},
	{
		displayName: 'Scenario Parameters (JSON)',
		name: 'scenarioParametersJson',
		type: 'json',
		default: '{}',
		required: true,
		placeholder: 'e.g. {"ma_booking": "BOOKING123"}',
		description: 'Object with the name and the value of each parameter of the scenario',
		displayOptions: { show: { specifyScenarioParameters: ['json'] } },
	},
	{
		displayName: 'Ticket ID',
		name: 'ticketId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 297005',
		description: 'Ticket that the message becomes a reply of; empty opens a new ticket for every message',
	},
	previewOnlyField,
	caresoftOptionsField,
];

/** Sends one ZNS per item through a CareSoft scenario (caresoft.md 7.1). */
export async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	const prepare = (item: Item) => {
		const phone = item.phone(phoneField);
		const scenarioId = readCaresoftId(item, { name: 'scenarioId', displayName: 'Scenario ID' });
		const ticketId = readOptionalCaresoftId(item, { name: 'ticketId', displayName: 'Ticket ID' });
		const parameters = readScenarioParameters(run, item);
		const simplify = readSimplify(item);
		return {
			repeat: 'reaches' as const,
			preview: { channel: 'zns' as const, recipient: { phone }, picture: () => scenarioPicture(scenarioId, parameters) },
			send: async () => caresoftReceipt('zns', phone, await sendZns(run.client, { scenarioId, phone, parameters, ticketId }), simplify),
		};
	};
	return [await sendItems(run, prepare, { sendsOnRetry: readSendOnRetry })];
}
