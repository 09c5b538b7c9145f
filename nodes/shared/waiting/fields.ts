import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

/** Minutes; a week is longer than any provider tries to deliver. */
const LONGEST_WAIT = 7 * 24 * 60;
const DEFAULT_WAIT = 60;

/** Fields of every sending operation that can wait: only eSMS calls back for each message (design.md 5.6). */
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
				description: 'Pause the workflow until eSMS reports what became of the message; one item at a time',
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

/** @returns how to wait, undefined where the workflow goes on at once; throws where the time limit is none */
export function readWaiting(context: IExecuteFunctions): Waiting | undefined {
	if (context.getNodeParameter('afterSending', 0, 'continue') !== 'wait') return undefined;
	const minutes = Number(context.getNodeParameter('waitLimit', 0, DEFAULT_WAIT));
	if (!(minutes >= 1 && minutes <= LONGEST_WAIT)) {
		throw new NodeOperationError(context.getNode(), `Time Limit must be between 1 and ${LONGEST_WAIT} minutes`, {
			description: "Correct 'Time Limit (Minutes)'. Nothing was sent.",
		});
	}
	return { minutes, routed: context.getNodeParameter('routeResults', 0, 'routed') === 'routed' };
}
