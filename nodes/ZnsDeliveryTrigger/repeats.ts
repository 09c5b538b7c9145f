import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { repeatsOf, type Repeats } from '../shared/webhooks/repeats';

export const repeatsField: INodeProperties = {
	displayName: 'Ignore Repeated Callbacks',
	name: 'ignoreRepeated',
	type: 'boolean',
	default: false,
	description:
		'Whether to start the workflow once for each report. The trigger remembers the last 10,000 reports of 24 hours, and most of the last 500 after a restart of n8n. With several n8n processes, a repeat that reaches another one may start the workflow again. The node Remove Duplicates with eventId helps where runs do not overlap; for certainty use a unique eventId in a database of your own. Does not apply to the test URL.',
};

/** @returns the reports that this trigger has emitted; undefined where repeats are wanted */
export function ignoredRepeats(context: IWebhookFunctions): Repeats | undefined {
	return context.getNodeParameter('ignoreRepeated', false) === true ? repeatsOf(context) : undefined;
}
