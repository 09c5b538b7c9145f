import type { IExecuteFunctions, INodeExecutionData, INodeProperties, NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';
import { isExact, quote, toNfc } from '../../domain/text';
import { REQUESTS_PER_SECOND } from '../../providers/caresoft/endpoints';
import { sendZns } from '../../providers/caresoft/zns';
import { caresoftClient } from '../../shared/clients';
import { readCaresoftId, readOptionalCaresoftId } from '../../shared/fields/caresoftId';
import { caresoftOptionsField } from '../../shared/fields/caresoftOptions';
import { readJsonObject } from '../../shared/fields/jsonObject';
import { isPreviewOnly, previewOnlyField } from '../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../shared/fields/recipient';
import { readOptions } from '../../shared/fields/sendOptions';
import { itemFault } from '../../shared/fields/text';
import { scenarioPicture } from '../../shared/preview/zns';
import { caresoftReceipt } from '../../shared/receipts';
import { refuseOnRetry } from '../../shared/sending/onRetry';
import { sendItems } from '../../shared/sending/sendItems';
import type { PreparedSend } from '../../shared/sending/types';

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
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await caresoftClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend> => {
		const phone = readPhone(this, itemIndex);
		const scenarioId = readCaresoftId(this, itemIndex, 'scenarioId', 'Scenario ID');
		const ticketId = readOptionalCaresoftId(this, itemIndex, 'ticketId', 'Ticket ID');
		const parameters = readParameters(this, itemIndex);
		const { simplify = true, sendOnRetry } = readOptions(this, itemIndex);
		refuseOnRetry(this, sendOnRetry || isPreviewOnly(this));
		return {
			// CareSoft has no key against repeats (caresoft.md 7.1).
			repeatable: false,
			preview: { channel: 'zns', recipient: { phone }, picture: () => scenarioPicture(scenarioId, parameters) },
			send: async () => caresoftReceipt('zns', phone, await sendZns(client, { scenarioId, phone, parameters, ticketId }), simplify),
		};
	};
	const { requestsPerSecond = REQUESTS_PER_SECOND } = readOptions(this, 0);
	return [await sendItems(this, { provider: 'caresoft', requestsPerSecond, prepare })];
}

const pairsSchema = z.object({
	parameter: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
});

function readParameters(context: IExecuteFunctions, itemIndex: number): Record<string, string> | undefined {
	switch (context.getNodeParameter('specifyScenarioParameters', itemIndex)) {
		case 'none':
			return undefined;
		case 'json': {
			const given = readJsonObject(context, itemIndex, 'scenarioParametersJson', 'Scenario Parameters (JSON)');
			return toTexts(context, itemIndex, Object.entries(given));
		}
		default: {
			const { parameter = [] } = pairsSchema.parse(context.getNodeParameter('scenarioParameters', itemIndex, {}));
			// An empty form means the same as no form: CareSoft fills the parameters in.
			if (parameter.length === 0) return undefined;
			return toTexts(context, itemIndex, parameter.map(({ name, value }) => [name.trim(), value]));
		}
	}
}

function toTexts(
	context: IExecuteFunctions,
	itemIndex: number,
	entries: Array<[name: string, value: unknown]>,
): Record<string, string> {
	const texts = new Map<string, string>();
	for (const [name, value] of entries) {
		if (name === '') throw badParameter(context, itemIndex, 'a parameter has no name');
		if (texts.has(name)) throw badParameter(context, itemIndex, `${quote(name)} is given twice`);
		if (typeof value !== 'string' && !(typeof value === 'number' && isExact(value))) {
			throw badParameter(context, itemIndex, `${quote(name)} must be text, but is ${value === null || value === undefined ? 'empty' : `of type ${typeof value}`}`);
		}
		texts.set(name, toNfc(String(value)));
	}
	return Object.fromEntries(texts);
}

function badParameter(context: IExecuteFunctions, itemIndex: number, message: string): NodeOperationError {
	return itemFault(context, itemIndex, `Scenario Parameters: ${message}`, "Correct 'Scenario Parameters' for this item.");
}
