import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { getSentReports, type SentReport } from '../../../providers/esms/sentMessages';
import { periodFields, readPeriod } from '../../../shared/fields/dates';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

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

const channelField: INodeProperties = {
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
};

export const fields: INodeProperties[] = [
	channelField,
	...periodFields('the messages were created'),
	...pagingFields,
];

/** Reads the messages that were sent within a time, for each input item (esms.md 10.4). */
export async function read(run: Run<EsmsClient>): Promise<INodeExecutionData[]> {
	const now = new Date();

	return await readItems(run, async (item) => {
		const channel = item.choice(channelField, CHANNELS);
		const { from, to } = readPeriod(item);
		const limit = readLimit(item);
		let reports: SentReport[] = [];
		for (const typeId of TYPE_IDS[channel]) {
			if (reports.length >= limit) break;
			const left = limit - reports.length;
			reports = reports.concat(await run.read(async (client) => await getSentReports(client, { typeId, from, to }, left, now)));
		}
		return reports;
	});
}
