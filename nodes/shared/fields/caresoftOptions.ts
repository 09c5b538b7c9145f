import type { INodeProperties } from 'n8n-workflow';
import { REQUESTS_PER_SECOND } from '../../providers/caresoft/endpoints';
import { esmsSendOptions } from './sendOptions';

/** Whether the Retry of n8n may send through CareSoft, see `refuseOnRetry`. */
export const sendOnRetryField: INodeProperties = {
	displayName: 'Send on Retry',
	name: 'sendOnRetry',
	type: 'boolean',
	default: false,
	description: 'Whether to send when an execution is retried. CareSoft does not recognize repeats: who got the message in the first run gets it again.',
};

/** Options of every operation that sends through CareSoft. */
export const caresoftOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{ ...esmsSendOptions.requestsPerSecond, default: REQUESTS_PER_SECOND },
		sendOnRetryField,
		esmsSendOptions.simplify,
	],
};
