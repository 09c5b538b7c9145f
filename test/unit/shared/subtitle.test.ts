import { Workflow, type INodeParameters } from 'n8n-workflow';
import { NODE_PAGES } from '../../../tools/nodes/catalogue.mjs';
import { nodeOf, nodeTypesWith, type EngineRun } from '../../support/engine.mjs';

/** What the canvas shows below the name of a node. */
function subtitleOf(type: EngineRun['type'], parameters: INodeParameters = {}): unknown {
	const node = nodeOf({ type, parameters, items: [] });
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: nodeTypesWith([]) });
	const { description } = NODE_PAGES.find((page) => page.description.name === type) ?? {};
	return workflow.expression.getSimpleParameterValue(node, description?.subtitle, 'internal', {});
}

it.each<[EngineRun['type'], INodeParameters, string]>([
	['esms', { resource: 'sms', operation: 'send' }, 'Send SMS'],
	['esms', { resource: 'officialAccount', operation: 'getMany' }, 'Get many Official Accounts'],
	['esms', { resource: 'sms', operation: 'send', afterSending: 'wait' }, 'Send SMS, waits'],
	['esms', { resource: 'sms', operation: 'send', afterSending: 'wait', previewOnly: true }, 'Preview: Send SMS, waits'],
	['caresoft', { resource: 'contact', operation: 'getByPhone' }, 'Find contact by phone'],
	['sendZns', {}, 'through eSMS'],
	['sendZns', { afterSending: 'wait' }, 'through eSMS, waits'],
	['sendZns', { provider: 'caresoft', previewOnly: true }, 'Preview: through CareSoft'],
	['zaloTransaction', { operation: 'booking' }, 'Send booking message'],
	['znsDeliveryTrigger', {}, 'callbacks of eSMS'],
	['znsDeliveryTrigger', { source: 'caresoft' }, 'webhooks of CareSoft'],
	['znsDeliveryTrigger', { source: 'zalo' }, 'webhooks of Zalo'],
	['esmsInboundTrigger', {}, 'replies immediately'],
])('%s set to %j says: %s', (type, parameters, words) => expect(subtitleOf(type, parameters)).toBe(words));
