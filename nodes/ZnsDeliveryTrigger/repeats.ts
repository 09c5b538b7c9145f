import type { INodeProperties } from 'n8n-workflow';
import { flag } from '../shared/fields/kinds/flag';
import { triggerSetting, type TriggerContext } from '../shared/webhooks/setting';

export const repeatsField: INodeProperties = {
	displayName: 'Ignore Repeated Callbacks',
	name: 'ignoreRepeated',
	type: 'boolean',
	default: true,
	description:
		'Whether to start the workflow once for each report. The trigger remembers the last 10,000 reports of 24 hours, and most of the last 500 after a restart of n8n. With several n8n processes, a repeat that reaches another one may start the workflow again. The node Remove Duplicates with eventId helps where runs do not overlap; for certainty use a unique eventId in a database of your own. Does not apply to the test URL.',
};

/** @returns whether repeats start nothing */
export function ignoresRepeats(context: TriggerContext): boolean {
	return triggerSetting(context, repeatsField, flag, true);
}
