import type { INodeProperties } from 'n8n-workflow';

/** Field of every operation that sends. */
export const previewOnlyField: INodeProperties = {
	displayName: 'Preview Only',
	name: 'previewOnly',
	type: 'boolean',
	default: false,
	builderHint: { propertyHint: 'Set true while the workflow is built, and tell the user to switch it off: every message that is sent costs money and reaches a customer.' },
	description: 'Whether to only check each message and show how it will look, without sending it. The picture is in the binary data of the item.',
};
