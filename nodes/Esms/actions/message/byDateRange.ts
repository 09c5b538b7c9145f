import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { toVietnamSendDate } from '../../../domain/sendDate';
import { getSentReports, type SentReport } from '../../../providers/esms/sentMessages';
import { itemFault, readChoice } from '../../../shared/fields/text';
import { pacedClient } from '../../reading/pacedClient';
import { readItems } from '../../reading/readItems';

/** The types of each channel (esms.md 1.9); whether a ZNS is of 24 or 25 is a property of its template. */
const TYPE_IDS = {
	sms: ['2'],
	smsAdvertising: ['1'],
	viber: ['23'],
	voice: ['8'],
	zalo: ['26'],
	zns: ['25', '24'],
} as const;

const CHANNELS = Object.keys(TYPE_IDS) as Array<keyof typeof TYPE_IDS>;

export const fields: INodeProperties[] = [
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'SMS', value: 'sms', description: 'Customer-care SMS' },
			{ name: 'SMS, Advertising', value: 'smsAdvertising' },
			{ name: 'Viber', value: 'viber' },
			{ name: 'Voice', value: 'voice', description: 'One-time passwords that were read out in a call' },
			{
				name: 'Zalo Message',
				value: 'zalo',
				description: 'Transaction and consultation messages; eSMS documents this only in English',
			},
			{ name: 'ZNS', value: 'zns', description: 'Template messages of Zalo' },
		],
		default: 'zns',
		description: 'How the messages were sent',
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'Start of the time in which the messages were created',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'End of the time in which the messages were created',
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** Reads the messages that were sent within a time, for each input item (esms.md 10.4). */
export async function read(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await pacedClient(context);
	const now = new Date();

	return await readItems(context, async (itemIndex) => {
		const channel = readChoice(context, itemIndex, 'channel', 'Channel', CHANNELS);
		const from = readDate(context, itemIndex, 'from', 'From');
		const to = readDate(context, itemIndex, 'to', 'To');
		if (from > to) throw itemFault(context, itemIndex, 'From is later than To', "Correct 'From' and 'To' for this item.");
		const limit = readLimit(context, itemIndex);
		let reports: SentReport[] = [];
		for (const typeId of TYPE_IDS[channel]) {
			if (reports.length >= limit) break;
			reports = reports.concat(await getSentReports(client, { typeId, from, to }, limit - reports.length, now));
		}
		return reports;
	});
}

/** @returns the date as eSMS takes it: `yyyy-MM-dd HH:mm:ss` in Vietnam time */
function readDate(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string {
	// Any time is later than the first one, so dates that are over are no fault here.
	const date = toVietnamSendDate(context.getNodeParameter(name, itemIndex, ''), context.getTimezone(), DateTime.fromMillis(0));
	if (date.ok) return date.value;
	throw itemFault(context, itemIndex, date.fault.replace('Send Date', displayName), `Correct the value of '${displayName}' for this item.`);
}

function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex) === true) return Number.POSITIVE_INFINITY;
	const limit = Number(context.getNodeParameter('limit', itemIndex));
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw itemFault(context, itemIndex, 'Limit is not a whole number of 1 or more', "Correct the value of 'Limit' for this item.");
}
