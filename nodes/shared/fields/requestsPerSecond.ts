import type { INodeProperties } from 'n8n-workflow';

/** How fast a run asks a provider. */
export const requestsPerSecondOption = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1000 },
	default: 20,
	description: 'Most requests that this node makes in a second, over all items; 0 means no limit',
} as const satisfies INodeProperties;
