import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** How the JSON of a message to a Zalo user is announced. */
export const contentTypeSchema = z.enum(['text/plain', 'application/json']);

/** @returns the option for the content type, about which the documents contradict each other (esms.md 1.3) */
export function contentTypeOption(value: z.output<typeof contentTypeSchema>): INodeProperties {
	return {
		displayName: 'Content Type',
		name: 'contentType',
		type: 'options',
		options: [
			{ name: 'Application/JSON', value: 'application/json' },
			{ name: 'Text/Plain', value: 'text/plain' },
		],
		default: value,
		description: 'How the request is announced to eSMS; its documentation gives both',
	};
}
