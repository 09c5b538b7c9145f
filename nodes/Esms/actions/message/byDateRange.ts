import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { getSentReports, type SentReport } from '../../../providers/esms/sentMessages';
import { readPeriod } from '../../../shared/fields/dates';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { readChoice } from '../../../shared/fields/text';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';

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
	...pagingFields,
];

/** Reads the messages that were sent within a time, for each input item (esms.md 10.4). */
export async function read(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await pacedEsmsClient(context);
	const now = new Date();

	return await readItems(context, async (itemIndex) => {
		const channel = readChoice(context, itemIndex, 'channel', 'Channel', CHANNELS);
		const { from, to } = readPeriod(context, itemIndex);
		const limit = readLimit(context, itemIndex);
		let reports: SentReport[] = [];
		for (const typeId of TYPE_IDS[channel]) {
			if (reports.length >= limit) break;
			reports = reports.concat(await getSentReports(client, { typeId, from, to }, limit - reports.length, now));
		}
		return reports;
	});
}
