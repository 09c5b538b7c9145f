import type { IExecuteFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { inside } from '../fields/item';
import { choice } from '../fields/kinds/choice';
import { fieldName } from '../fields/kinds/fieldName';
import { numberBetween } from '../fields/kinds/number';
import { text } from '../fields/kinds/text';
import { readSetting } from '../run/setting';
import { triggerSetting } from '../webhooks/setting';

/** Minutes; a week is longer than any provider tries to deliver. */
const LONGEST_WAIT = 7 * 24 * 60;
const DEFAULT_WAIT = 60;

const REPORT_FIELD = 'delivery';

/** Minutes that a run stays active at most: it would be lost with n8n's process. */
export const LONGEST_ASKING = 180;

/** Fields of every sending operation that can wait: its provider tells what became of each message. */
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
				description: 'Go on when the provider has said what became of each message, or when the time is over',
			},
		],
		default: 'continue',
		displayOptions: { hide: { '@tool': [true] } },
		builderHint: {
			propertyHint:
				"Accepted is not delivered. Use 'wait' where what follows depends on whether the message arrives, such as an SMS as fallback: the node then has three outputs, in this order: No Result, Delivered, Not Delivered. Items keep their fields and get the report in the field delivery; the receipt's own fields, such as recipient, stand in there.",
		},
	},
	{
		displayName: 'Time Limit (Minutes)',
		name: 'waitLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LONGEST_WAIT },
		default: DEFAULT_WAIT,
		description: 'How long to wait at most. A ZNS can still arrive after a shorter limit than that of its template, often 2 hours. Where the node asks instead of being called back, see Options > Wait By, at most 180.',
		displayOptions: { show: { afterSending: ['wait'] } },
	},
	{
		displayName: 'Route Results',
		name: 'routeResults',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'One Output per Result', value: 'routed', description: 'No Result, Delivered and Not Delivered; by callback it needs n8n 2.39 or later' },
			{ name: 'Single Output', value: 'single', description: 'Every result by one output, told apart by the outcome in the report' },
		],
		default: 'routed',
		displayOptions: { show: { afterSending: ['wait'] } },
	},
	outputsNotice(
		'routedNotice',
		'routed',
		'Each result has an output of its own. A connection that the node had before stays at the first one, <b>No Result</b>: look at the canvas, and move it to where it belongs.',
	),
	outputsNotice(
		'singleNotice',
		'single',
		'All results leave by the first output. Connections that the node had at <b>Delivered</b> and <b>Not Delivered</b> lead nowhere: look at the canvas, and tell the results apart by <code>delivery.outcome</code>.',
	),
];

/** The editor keeps a connection at its place while the outputs change, and says nothing. */
export function outputsNotice(name: string, routeResults: string, displayName: string): INodeProperties {
	return { displayName, name, type: 'notice', default: '', displayOptions: { show: { afterSending: ['wait'], routeResults: [routeResults] } } };
}

const whileWaiting = { show: { '/afterSending': ['wait'] } };

const waitByOption: INodeProperties = {
	displayName: 'Wait By',
	name: 'waitBy',
	type: 'options',
	options: [
		{ name: 'Asking', value: 'asking', description: 'The run stays active and asks the provider, soon at first, then less often. Takes any number of items and needs no public address, but the wait is lost if n8n stops meanwhile.' },
		{ name: 'Automatic', value: 'automatic', description: 'By callback for one item where n8n has a public https address, else by asking' },
		{ name: 'Callback', value: 'callback', description: 'The run is parked until the provider calls back. Survives a restart of n8n and takes one item at a time.' },
	],
	default: 'automatic',
	description: 'How to learn what became of the messages',
	displayOptions: whileWaiting,
};

export const reportFieldOption: INodeProperties = {
	displayName: 'Report Field',
	name: 'reportField',
	type: 'string',
	default: REPORT_FIELD,
	placeholder: 'e.g. smsDelivery',
	description: 'Name of the field that gets the delivery report; the other fields of the item stay as they are. Choose another name where the item has such a field already. Before the first run, the preview of the output calls it delivery all the same.',
	displayOptions: whileWaiting,
};

/** Options of every sending operation that can wait. */
export const waitingOptions: INodeProperties[] = [reportFieldOption, waitByOption];

/**
 * The fields of an operation whose provider has no end of its own to tell.
 *
 * @param minutes that the time limit is at first
 * @param description of the time limit
 */
export function waitingFieldsWithin(minutes: number, description: string): INodeProperties[] {
	return waitingFields.map((field) => (field.name === 'waitLimit' ? { ...field, typeOptions: { minValue: 1, maxValue: LONGEST_ASKING }, default: minutes, description } : field));
}

/** @returns a number of minutes in words */
export function inMinutes(count: number): string {
	return count === 1 ? 'one minute' : `${count} minutes`;
}

/** How an operation waits. */
export interface Waiting {
	minutes: number;
	routed: boolean;
	by: 'asking' | 'automatic' | 'callback';
	/** Name of the field that gets the report. */
	reportField: string;
}

const [afterSendingField, waitLimitField, routeResultsField] = waitingFields as [INodeProperties, INodeProperties, INodeProperties];

const ROUTING = choice(['routed', 'single']);

/** @returns how to wait, undefined where the workflow goes on at once; throws Refusal of the run where a setting is wrong */
export function readWaiting(context: IExecuteFunctions): Waiting | undefined {
	if (readSetting(context, afterSendingField, choice(['continue', 'wait']), 'continue') === 'continue') return undefined;
	return {
		minutes: readSetting(context, waitLimitField, numberBetween(1, LONGEST_WAIT), DEFAULT_WAIT),
		routed: readSetting(context, routeResultsField, ROUTING, 'routed') === 'routed',
		by: readSetting(context, inside('options', waitByOption), choice(['asking', 'automatic', 'callback']), 'automatic'),
		reportField: readSetting(context, inside('options', reportFieldOption), fieldName, REPORT_FIELD),
	};
}

/** @returns how a run that waited goes on: whether by an output for its result, and the name of the field with the report */
export function readResumed(context: IWebhookFunctions): Pick<Waiting, 'routed' | 'reportField'> {
	return {
		routed: triggerSetting(context, routeResultsField, ROUTING, 'routed') === 'routed',
		reportField: triggerSetting(context, inside('options', reportFieldOption), text, REPORT_FIELD),
	};
}
