import type { INodeProperties } from 'n8n-workflow';
import { inside, type Item } from './item';
import { choice } from './kinds/choice';

/** How the JSON of a message to a Zalo user is announced. */
const CONTENT_TYPES = ['text/plain', 'application/json'] as const;

export type ContentType = (typeof CONTENT_TYPES)[number];

/** @returns the option for the content type, about which the documents contradict each other (esms.md 1.3) */
export function contentTypeOption(value: ContentType): INodeProperties {
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

/** @returns how the message of an item is announced; throws Refusal where the option is none of the types */
export function readContentType(item: Item, standard: ContentType): ContentType {
	return item.valueOr(inside('options', contentTypeOption(standard)), choice(CONTENT_TYPES), standard);
}
