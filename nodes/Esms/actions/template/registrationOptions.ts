import type { INodeProperties } from 'n8n-workflow';
import { readCallbackUrl } from '../../../shared/esms/callbackUrl';
import { inside, type Item } from '../../../shared/fields/item';
import type { Run } from '../../../shared/run/run';

const callbackUrlOption: INodeProperties = {
	displayName: 'Callback URL',
	name: 'callbackUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/zalo-templates',
	description: 'URL to which eSMS reports the decision: 0 failed, 1 received, 2 registered. The form of that call is not documented, so give the URL of a Webhook node.',
};

/**
 * @param more options of one operation only
 * @returns the options of a registration, in alphabetical order
 */
export function registrationOptionsField(more: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [callbackUrlOption, ...more].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

/** @returns where eSMS reports the decision to, undefined where nowhere; throws Refusal where it can never reach it */
export function readDecisionUrl(run: Run, item: Item): string | undefined {
	return readCallbackUrl(run, item, inside('options', callbackUrlOption));
}
