import {
	NodeConnectionTypes,
	type IDataObject,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { providers } from '../providers';
import { NODE_VERSION } from '../shared/nodeVersion';
import { handleCall } from '../shared/webhooks/handleCall';
import { partnerKeys, withoutKeys } from './partnerKeys';
import { receive, type Taken } from './receive';
import { ownReply, readReply, replyAgain, replyFields, replyWithLastNode } from './reply';

export class EsmsInboundTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eSMS Inbound Trigger',
		name: 'esmsInboundTrigger',
		icon: { light: 'file:../../icons/esms.svg', dark: 'file:../../icons/esms.dark.svg' },
		group: ['trigger'],
		version: NODE_VERSION,
		subtitle:
			'={{ { immediately: "replies immediately", none: "replies without text", lastNode: "replies when the last node finishes" }[$parameter["replyMode"]] }}',
		description: 'Starts the workflow when somebody texts your short code at eSMS',
		eventTriggerDescription: 'Waiting for a message to the short code',
		activationMessage: 'Messages that reach the production URL now start this workflow.',
		defaults: { name: 'eSMS Inbound Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: providers.esms.credentialType, required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'GET',
				path: 'esms-inbound',
				responseMode: '={{ $parameter["replyMode"] === "lastNode" ? "lastNode" : "onReceived" }}',
				// All items, as n8n 2.41 answers 500 where the first one is wanted and there is none. Empty: the answer of webhook().
				responseData: '={{ $parameter["replyMode"] === "lastNode" ? "allEntries" : "" }}',
			},
		],
		properties: [
			{
				displayName:
					'Give eSMS the production URL above for your short code, and put the partner ID and the partner key that eSMS issues into the credential. eSMS must be able to reach the URL.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			...replyFields,
		],
	};

	// There is nothing to register, but without keys no message could be told from a forged one.
	webhookMethods = {
		default: {
			checkExists: async () => false,
			async create(this: IHookFunctions): Promise<boolean> {
				readReply(this);
				if (await partnerKeys(this)) return true;
				throw withoutKeys(this);
			},
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await handleCall(this, 'eSMS Inbound Trigger', receive, (received) => answer(this, received));
	}
}

function answer(context: IWebhookFunctions, { call: { message, sender }, reply, tell, given }: Taken): IWebhookResponseData {
	const answered = { messageId: message.messageId, sender };
	if (!tell) return replyAgain(context, answered, given ?? { text: reply.text });

	const workflowData = [[{ json: { ...message } as IDataObject }]];
	if (reply.byLastNode) {
		replyWithLastNode(context, answered, tell);
		return { workflowData };
	}
	tell({ text: reply.text });
	return { workflowData, webhookResponse: ownReply(context, answered, reply.text) };
}
