import type { IExecuteFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { choice } from '../fields/kinds/choice';
import { numberBetween } from '../fields/kinds/number';
import { readSetting } from '../run/setting';
import { triggerSetting } from '../webhooks/setting';

/** Minutes; a week is longer than any provider tries to deliver. */
const LONGEST_WAIT = 7 * 24 * 60;
const DEFAULT_WAIT = 60;

/** Fields of every sending operation that can wait: its provider calls back for each message (design.md 5.6). */
export const waitingFields: INodeProperties[] = [
	{
		displayName: 'After Sending',
		name: 'afterSending',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Continue', value: 'continue', description: 'Return a receipt for each message and go on at once' },
			{
				name: 'Wait for Delivery',
				value: 'wait',
				description: 'Pause the workflow until the provider reports what became of the message; one item at a time',
			},
		],
		default: 'continue',
		displayOptions: { hide: { '@tool': [true] } },
	},
	{
		displayName: 'Time Limit (Minutes)',
		name: 'waitLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LONGEST_WAIT },
		default: DEFAULT_WAIT,
		description: 'How long to wait at most. A ZNS can still arrive after a shorter limit than that of its template, often 2 hours.',
		displayOptions: { show: { afterSending: ['wait'] } },
	},
	{
		displayName: 'Route Results',
		name: 'routeResults',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'One Output per Result', value: 'routed', description: 'No Result, Delivered and Not Delivered; needs n8n 2.39 or later' },
			{ name: 'Single Output', value: 'single', description: 'Every result by one output, told apart by delivery.outcome' },
		],
		default: 'routed',
		displayOptions: { show: { afterSending: ['wait'] } },
	},
];

/** How an operation waits. */
export interface Waiting {
	minutes: number;
	routed: boolean;
}

const [afterSendingField, waitLimitField, routeResultsField] = waitingFields as [INodeProperties, INodeProperties, INodeProperties];

const ROUTING = choice(['routed', 'single']);

/** @returns how to wait, undefined where the workflow goes on at once; throws Refusal of the run where a setting is wrong */
export function readWaiting(context: IExecuteFunctions): Waiting | undefined {
	if (readSetting(context, afterSendingField, choice(['continue', 'wait']), 'continue') === 'continue') return undefined;
	return {
		minutes: readSetting(context, waitLimitField, numberBetween(1, LONGEST_WAIT), DEFAULT_WAIT),
		routed: readSetting(context, routeResultsField, ROUTING, 'routed') === 'routed',
	};
}

/** @returns whether a run that waited goes on by an output for its result */
export function readRouted(context: IWebhookFunctions): boolean {
	return triggerSetting(context, routeResultsField, ROUTING, 'routed') === 'routed';
}
