import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	type NodeHint,
} from 'n8n-workflow';
import { REPORT_PATH } from '../domain/secondLeg';
import { providers } from '../providers';
import { showFor } from '../shared/fields/showFor';
import { NODE_VERSION } from '../shared/nodeVersion';
import { handleCall } from '../shared/webhooks/handleCall';
import { filtersField } from './filters';
import { toOutputs } from './outputs';
import { checkSettings, receive } from './receive';
import type { Taken } from './received';
import { repeatsField } from './repeats';
import { fields as caresoftFields } from './sources/caresoft';
import { fields as esmsFields } from './sources/esms';
import { fields as zaloFields } from './sources/zalo';

/** Without `responseData`, even empty, n8n 2.41 answers the word `firstEntryJson` where a run starts. */
const bothMethods = { responseMode: 'onReceived', responseData: '', path: REPORT_PATH, ndvHideMethod: true } as const;

const WHILE_BUILDING =
	"<b>While you build your workflow</b>, click the 'execute step' button. n8n then listens at the test URL for two minutes, or until one report has come. Put the test URL into the option 'Callback URL' of a node that sends, and send one message to yourself. Its report shows up in this editor.";

const OF_CARESOFT =
	"<b>CareSoft</b> takes no URL with a message: its support sets one URL for the whole account. Give them the production URL, and look at real events in the <a data-key='executions'>executions list</a>.";

const OF_ZALO =
	"<b>Zalo</b> takes one URL for each app: enter the production URL in the app console, on the page Webhook, and switch on the events there. The URL is https, with a domain that you verified there and without a port. The OA Secret Key of that page belongs into your credential. To see events in this editor, enter the test URL there for as long as you test; the production URL receives nothing meanwhile.";

const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Receive delivery reports',
	executionsHelp: {
		inactive: `${WHILE_BUILDING} <br /><br /> <b>Once your workflow is ready</b>, publish it, and put the production URL into 'Callback URL' instead. Then every report starts the workflow. These executions show up in the <a data-key='executions'>executions list</a>, but not in the editor. <br /><br /> ${OF_CARESOFT} <br /><br /> ${OF_ZALO}`,
		active: `${WHILE_BUILDING} <br /><br /> <b>Your workflow is published</b>: every report of a message that has the production URL in 'Callback URL' starts it. These executions show up in the <a data-key='executions'>executions list</a>, but not in the editor. <br /><br /> ${OF_CARESOFT} <br /><br /> ${OF_ZALO}`,
	},
	activationHint: {
		inactive: "Once your workflow is ready, publish it and put the production URL into 'Callback URL' of the nodes that send, or into Zalo's app console.",
		active: "Reports that reach the production URL start this workflow by themselves (you just won't see those executions here).",
	},
};

/** While n8n 2.41 listens, its panel says no more than "Go to ZNS Delivery and create an event", so the side of the output says what to do. */
const hint = (source: string, message: string): NodeHint => ({ message, type: 'info', location: 'outputPane', whenToDisplay: 'beforeExecution', displayCondition: `={{ $parameter["source"] === "${source}" }}` });

const hints: NodeHint[] = [
	hint('esms', "While n8n listens, send one message to yourself with the test URL in its option 'Callback URL'. Its report shows up here."),
	hint('caresoft', 'While n8n listens, send one message to yourself. Its event shows up here only where CareSoft calls the test URL, which its support sets.'),
	hint('zalo', "While n8n listens, have the test URL in Zalo's app console, and send one message to yourself. Its event shows up here."),
];

/** A provider that waits longer for its answer calls again, or gives up (esms.md 12.1). */
const ANSWER_WITHIN_MS = 2_000;

export class ZnsDeliveryTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ZNS Delivery Trigger',
		name: 'znsDeliveryTrigger',
		icon: { light: 'file:../../icons/delivery.svg', dark: 'file:../../icons/delivery.dark.svg' },
		group: ['trigger'],
		version: NODE_VERSION,
		subtitle: '={{ { esms: "callbacks of eSMS", caresoft: "webhooks of CareSoft", zalo: "webhooks of Zalo" }[$parameter["source"]] }}',
		description: 'Starts the workflow when eSMS, CareSoft or Zalo reports what became of a message',
		eventTriggerDescription: "Waiting for a report at the test URL: send a message that has it in the option 'Callback URL', or, for Zalo, enter the URL in the app console for now",
		activationMessage: "Delivery reports that reach the production URL now start this workflow. Put this URL into the option 'Callback URL' of every node that sends; for CareSoft, give it to their support; for Zalo, enter it in the app console.",
		triggerPanel,
		hints,
		builderHint: {
			searchHint:
				"Starts a workflow with the delivery report of a message. It has three outputs, in this order: Delivered, Not Delivered, Other. Send an SMS instead only where failure.fallbackAdvised is true: other failures, such as an empty wallet, would turn one mistake into a batch of paid SMS. For eSMS its production URL goes into the option 'Callback URL' of the node that sends; CareSoft and Zalo get it once, for the whole account. Where one run shall wait for its own messages, Send ZNS waits by itself and no trigger is needed.",
			relatedNodes: [
				{ nodeType: 'n8n-nodes-zalo-zns.sendZns', relationHint: 'Sends the messages that are reported' },
				{ nodeType: 'n8n-nodes-zalo-zns.esms', relationHint: 'SMS to customers whom Zalo did not reach' },
			],
		},
		defaults: { name: 'ZNS Delivery Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Delivered', 'Not Delivered', 'Other'],
		credentials: [
			{ name: providers.caresoft.credentialType, required: true, displayOptions: { show: { source: ['caresoft'] } } },
			{ name: providers.zalo.credentialType, required: true, displayOptions: { show: { source: ['zalo'] } } },
			{
				name: providers.esms.credentialType,
				required: true,
				// Not shown by source: the editor hides a field whose every option shows a credential.
				displayOptions: { show: { verifyWithEsms: [true] }, hide: { source: ['caresoft', 'zalo'] } },
			},
		],
		webhooks: [
			{ ...bothMethods, name: 'default', httpMethod: 'GET' },
			{ ...bothMethods, name: 'setup', httpMethod: 'POST', ndvHideUrl: true },
		],
		properties: [
			{
				displayName: 'Source',
				name: 'source',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'CareSoft', value: 'caresoft', description: 'Webhooks of a CareSoft account' },
					{ name: 'eSMS', value: 'esms', description: 'Delivery callbacks of messages sent through eSMS' },
					{ name: 'Zalo', value: 'zalo', description: 'Webhooks of a Zalo app: ZNS that arrived, ratings, quick replies, changes of templates and quotas' },
				],
				default: 'esms',
				description: 'Who reports',
				builderHint: { propertyHint: 'The provider through whom the messages are sent. One trigger takes the reports of one provider; add another for a second one.' },
			},
			...showFor('source', 'esms', esmsFields),
			...showFor('source', 'caresoft', caresoftFields),
			...showFor('source', 'zalo', zaloFields),
			repeatsField,
			filtersField,
		],
	};

	// There is nothing to register: eSMS gets the URL with every message, CareSoft once, by its support, Zalo once, in its app console. But a wrong setting is told here.
	webhookMethods = {
		default: {
			checkExists: async () => false,
			async create(this: IHookFunctions): Promise<boolean> {
				await checkSettings(this);
				return true;
			},
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await handleCall(this, 'ZNS Delivery Trigger', receive, answer, ANSWER_WITHIN_MS);
	}
}

function answer(received: Taken): IWebhookResponseData {
	if ('ignored' in received) return { webhookResponse: { message: received.ignored } };
	return { workflowData: toOutputs(received.report, received.other), webhookResponse: { message: 'Report taken' } };
}
