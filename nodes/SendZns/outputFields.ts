import type { INodeProperties } from 'n8n-workflow';

const waits = { afterSending: ['wait'] };

/**
 * What n8n's editor chooses the schema of the output by (`__schema__/<version>/<operation>.json`): before the first run it
 * offers only fields that really come. Hidden, because they follow from the fields that the user sees.
 */
export const outputFields: INodeProperties[] = [
	{ displayName: 'Operation', name: 'operation', type: 'hidden', noDataExpression: true, default: 'send', displayOptions: { hide: waits } },
	{ displayName: 'Operation', name: 'operation', type: 'hidden', noDataExpression: true, default: 'sendAndFollow', displayOptions: { show: waits } },
];
