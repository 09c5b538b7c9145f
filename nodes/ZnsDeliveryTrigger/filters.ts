import type { INodeProperties } from 'n8n-workflow';
import { inside } from '../shared/fields/item';
import { choiceOf } from '../shared/fields/kinds/choice';
import type { Kind } from '../shared/fields/kinds/kind';
import { listOf } from '../shared/fields/kinds/list';
import { text } from '../shared/fields/kinds/text';
import { triggerSetting, type TriggerContext } from '../shared/webhooks/setting';
import type { TriggerReport } from './received';

/** CareSoft names neither (caresoft.md 10.7); Zalo names the account, but not the template of a message (zalo.md 8.3). */
const NAMES_ACCOUNT = { show: { '/source': ['esms', 'zalo'] } };
const NAMES_TEMPLATE = { show: { '/source': ['esms'] } };

const channelsFilter: INodeProperties = {
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
};

const officialAccountsFilter: INodeProperties = {
	displayName: 'Official Account IDs',
	name: 'officialAccountIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 4097311281936189049',
	description: 'Official Accounts whose messages start the workflow, separated by commas; empty means all. Otherwise reports without one, such as those of SMS, start nothing.',
	displayOptions: NAMES_ACCOUNT,
};

/** What the output of this name takes (outputs.ts). */
const NOT_DELIVERED = 'notDelivered';
const OUTCOMES_OF: Record<string, string[]> = { [NOT_DELIVERED]: ['failed', 'rejected'] };

const outcomesFilter: INodeProperties = {
	displayName: 'Outcomes',
	name: 'outcomes',
	type: 'multiOptions',
	options: [
		{ name: 'Delivered', value: 'delivered' },
		{ name: 'Failed', value: 'failed', description: 'Sent, but did not arrive' },
		{ name: 'Not Delivered', value: NOT_DELIVERED, description: 'Failed and rejected: all that leaves by this output' },
		{ name: 'Pending', value: 'pending', description: 'On its way' },
		{ name: 'Rejected', value: 'rejected', description: 'Refused before it was sent' },
		{ name: 'Unknown', value: 'unknown', description: 'What became of it could not be told' },
	],
	default: [],
	description: 'Outcomes that start the workflow; none chosen means all',
};

const templatesFilter: INodeProperties = {
	displayName: 'Template IDs',
	name: 'templateIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 200607, 228386',
	description: 'Templates whose messages start the workflow, separated by commas; empty means all. Otherwise reports without one, such as those of SMS, start nothing.',
	displayOptions: NAMES_TEMPLATE,
};

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Reports that do not fit every filter are taken, but start nothing',
	options: [channelsFilter, officialAccountsFilter, outcomesFilter, templatesFilter],
};

/** What a user wants of the reports; an empty list means all. */
export interface Filters {
	channels: string[];
	outcomes: string[];
	officialAccountIds: string[];
	templateIds: string[];
}

/** @returns the filters of the trigger; throws Refusal where one is none of its choices */
export function readFilters(context: TriggerContext): Filters {
	const read = (option: INodeProperties, kind: Kind<string>) => triggerSetting(context, inside(filtersField.name, option), listOf(kind), []);
	return {
		channels: read(channelsFilter, choiceOf(channelsFilter)),
		outcomes: read(outcomesFilter, choiceOf(outcomesFilter)).flatMap((outcome) => OUTCOMES_OF[outcome] ?? [outcome]),
		officialAccountIds: read(officialAccountsFilter, text),
		templateIds: read(templatesFilter, text),
	};
}

/** @returns whether the user wants this report */
export function isWanted(filters: Filters, { outcome, claimed = {}, ...report }: TriggerReport): boolean {
	// What only the callback says decides what is left out, too: nothing is lost because eSMS does not say it.
	const channel = report.channel === 'unknown' ? (claimed.channel ?? report.channel) : report.channel;
	const { oaId = claimed.oaId ?? null, templateId = claimed.templateId ?? null } = { oaId: report.oaId ?? undefined, templateId: report.templateId ?? undefined };
	const fits = (wanted: string[], value: string | null) => wanted.length === 0 || wanted.includes(value ?? '');
	return (
		fits(filters.channels, channel) &&
		fits(filters.outcomes, outcome) &&
		fits(filters.officialAccountIds, oaId) &&
		fits(filters.templateIds, templateId)
	);
}
