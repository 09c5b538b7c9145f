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

const WHILE_BUILDING =
	"<b>While you build your workflow</b>, click the 'execute step' button. n8n then listens at the test URL for two minutes, or until one message has come. eSMS calls one URL for each short code: only where that is the test URL, a message to the short code shows up in this editor.";

const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Receive messages to your short code',
	executionsHelp: {
		inactive: `${WHILE_BUILDING} <br /><br /> <b>Once your workflow is ready</b>, publish it, and give eSMS the production URL for your short code. Then every message starts the workflow. These executions show up in the <a data-key='executions'>executions list</a>, but not in the editor.`,
		active: `${WHILE_BUILDING} <br /><br /> <b>Your workflow is published</b>: every message to a short code that has the production URL starts it. These executions show up in the <a data-key='executions'>executions list</a>, but not in the editor.`,
	},
	activationHint: {
		inactive: 'Once your workflow is ready, publish it and give eSMS the production URL for your short code.',
		active: "Messages that reach the production URL start this workflow by themselves (you just won't see those executions here).",
	},
};

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
		eventTriggerDescription: 'Waiting for a message at the test URL: text your short code while eSMS calls it',
		activationMessage: 'Messages that reach the production URL now start this workflow. Give this URL to eSMS for your short code.',
		triggerPanel,
		// While n8n 2.41 listens, its panel says no more than "Go to eSMS Inbound and create an event".
		hints: [{ message: 'While n8n listens, text your short code. The message shows up here only where eSMS calls the test URL for it.', type: 'info', location: 'outputPane', whenToDisplay: 'beforeExecution' }],
		builderHint: {
			searchHint:
				"Starts a workflow when a customer texts the short code that the user rents from eSMS, and answers with an SMS: the text of the node, or the field reply of the workflow's last node. It receives no Zalo messages and no delivery reports; those come by ZNS Delivery Trigger.",
		},
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
					'Give eSMS the production URL (open Webhook URLs above and choose Production URL) for your short code, and put the partner ID and the partner key that eSMS issues into the credential. eSMS must be able to reach the URL. Publish this workflow before somebody texts.',
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
