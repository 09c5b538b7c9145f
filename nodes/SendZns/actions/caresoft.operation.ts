import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { SendReceipt } from '../../domain/sendReceipt';
import { toNfc } from '../../domain/text';
import { REQUESTS_PER_SECOND } from '../../providers/caresoft/endpoints';
import { sendZns } from '../../providers/caresoft/zns';
import { caresoftClient } from '../../shared/clients';
import { readJsonObject } from '../../shared/fields/jsonObject';
import { phoneField, readPhone } from '../../shared/fields/recipient';
import { esmsSendOptions, readOptions } from '../../shared/fields/sendOptions';
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
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
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
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{ ...esmsSendOptions.requestsPerSecond, default: REQUESTS_PER_SECOND },
			esmsSendOptions.simplify,
		],
	},
];

/** Sends one ZNS per item through a CareSoft scenario (caresoft.md 7.1). */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await caresoftClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend> => {
		const phone = readPhone(this, itemIndex);
		const scenarioId = readWholeNumber(this, itemIndex, 'scenarioId', 'Scenario ID');
		if (scenarioId === undefined) throw fault(this, itemIndex, 'Scenario ID is empty', "Give the ID of a CareSoft scenario in 'Scenario ID'.");
		const ticketId = readWholeNumber(this, itemIndex, 'ticketId', 'Ticket ID');
		const parameters = readParameters(this, itemIndex);
		const { simplify = true } = readOptions(this, itemIndex);
		return {
			// CareSoft has no key against repeats (caresoft.md 7.1).
			repeatable: false,
			send: async (): Promise<SendReceipt> => {
				const sent = await sendZns(client, { scenarioId, phone, parameters, ticketId });
				return {
					provider: 'caresoft',
					channel: 'zns',
					messageId: null,
					requestId: null,
					recipient: { phone },
					status: 'accepted',
					acceptedAt: new Date().toISOString(),
					ticketId: sent.ticketId,
					...(!simplify && { raw: sent.raw }),
				};
			},
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
		if (texts.has(name)) throw badParameter(context, itemIndex, `"${name}" is given twice`);
		if (typeof value !== 'string' && !Number.isFinite(value)) {
			throw badParameter(context, itemIndex, `"${name}" must be text, but is ${value === null || value === undefined ? 'empty' : `of type ${typeof value}`}`);
		}
		texts.set(name, toNfc(String(value)));
	}
	return Object.fromEntries(texts);
}

/** @returns the digits of a CareSoft ID, undefined where the field is empty or 0, which CareSoft takes for none (caresoft.md 7.1) */
function readWholeNumber(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string | undefined {
	const given = context.getNodeParameter(name, itemIndex, '') as unknown;
	const text = String(given ?? '').trim();
	if (text === '' || text === '0') return undefined;
	// 15 digits always fit into a number, which is what CareSoft wants.
	if (/^\d{1,15}$/.test(text)) return text;
	throw fault(context, itemIndex, `${displayName} "${text}" is not an ID of CareSoft: digits only`, `Correct '${displayName}' for this item.`);
}

function badParameter(context: IExecuteFunctions, itemIndex: number, message: string): NodeOperationError {
	return fault(context, itemIndex, `Scenario Parameters: ${message}`, "Correct 'Scenario Parameters' for this item.");
}

function fault(context: IExecuteFunctions, itemIndex: number, message: string, description: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
