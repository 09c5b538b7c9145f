import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { splitList } from './lists';
import type { TriggerReport } from './received';

/** CareSoft names neither (caresoft.md 10.7). */
const esmsOnly = { show: { '/source': ['esms'] } };

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Reports that do not fit every filter are taken, but start nothing',
	options: [
		{
			displayName: 'Channels',
			name: 'channels',
			type: 'multiOptions',
			options: [
				{ name: 'SMS', value: 'sms' },
				{ name: 'Unknown', value: 'unknown', description: 'Reports that do not say their channel' },
				{ name: 'Viber', value: 'viber' },
				{ name: 'Voice', value: 'voice' },
				{ name: 'Zalo Message', value: 'zalo', description: 'Transaction and consultation messages' },
				{ name: 'ZNS', value: 'zns' },
			],
			default: [],
			description: 'Channels that start the workflow; none chosen means all',
		},
		{
			displayName: 'Official Account IDs',
			name: 'officialAccountIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 4097311281936189049',
			description: 'Official Accounts whose messages start the workflow, separated by commas; empty means all. Otherwise reports without one, such as those of SMS, start nothing.',
			displayOptions: esmsOnly,
		},
		{
			displayName: 'Outcomes',
			name: 'outcomes',
			type: 'multiOptions',
			options: [
				{ name: 'Delivered', value: 'delivered' },
				{ name: 'Not Delivered', value: 'failed' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Rejected', value: 'rejected' },
				{ name: 'Unknown', value: 'unknown' },
			],
			default: [],
			description: 'Outcomes that start the workflow; none chosen means all',
		},
		{
			displayName: 'Template IDs',
			name: 'templateIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 200607, 228386',
			description: 'Templates whose messages start the workflow, separated by commas; empty means all. Otherwise reports without one, such as those of SMS, start nothing.',
			displayOptions: esmsOnly,
		},
	],
};

const choices = z.array(z.string()).catch([]);
const ids = z.unknown().transform(splitList);
const filtersSchema = z
	.object({ channels: choices, officialAccountIds: ids, outcomes: choices, templateIds: ids })
	.catch({ channels: [], officialAccountIds: [], outcomes: [], templateIds: [] });

/** @returns whether the user wants this report */
export function isWanted(context: IWebhookFunctions, { channel, outcome, oaId, templateId }: TriggerReport): boolean {
	const filters = filtersSchema.parse(context.getNodeParameter('filters', {}));
	const fits = (wanted: string[], value: string | null) => wanted.length === 0 || wanted.includes(value ?? '');
	return (
		fits(filters.channels, channel) &&
		fits(filters.outcomes, outcome) &&
		fits(filters.officialAccountIds, oaId) &&
		fits(filters.templateIds, templateId)
	);
}
