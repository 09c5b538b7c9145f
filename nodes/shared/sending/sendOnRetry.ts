import type { INodeProperties } from 'n8n-workflow';
import { SEND_ON_RETRY } from './onRepeat';

/**
 * Whether the Retry of n8n may send what a provider cannot tell from a repeat.
 *
 * @param label the provider, as people name it
 */
export function sendOnRetry(label: string): INodeProperties {
	return {
		displayName: SEND_ON_RETRY,
		name: 'sendOnRetry',
		type: 'boolean',
		default: false,
		description: `Whether to send when an execution is retried. ${label} does not recognize repeats: who got the message in the first run gets it again.`,
	};
}
