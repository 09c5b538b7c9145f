import type { INodeProperties, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';
import { pass } from '../domain/checked';
import { wellFormed } from '../domain/text';
import { clientResponse } from '../providers/esms/inboundReply';
import { choice } from '../shared/fields/kinds/choice';
import { customerText } from '../shared/fields/kinds/customerText';
import type { Kind } from '../shared/fields/kinds/kind';
import { text } from '../shared/fields/kinds/text';
import { triggerSetting, type TriggerContext } from '../shared/webhooks/setting';
import type { Given } from './given';

const replyModeField: INodeProperties = {
	displayName: 'Reply',
	name: 'replyMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Immediately', value: 'immediately', description: 'With the reply text of this node' },
		{
			name: 'No Text',
			value: 'none',
			description: 'Confirm the message with an empty reply; whether eSMS then sends nothing is not documented',
		},
		{
			name: 'When Last Node Finishes',
			value: 'lastNode',
			description: "With the field 'reply' of the first item of the last node. eSMS waits for it, how long is not documented. A message that comes again meanwhile waits for the same reply.",
		},
	],
	default: 'immediately',
	description: 'What eSMS texts back to the customer',
};

const replyTextField: INodeProperties = {
	displayName: 'Reply Text',
	name: 'replyText',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Thank you, your code is on its way.',
	description: 'Text for every customer. It cannot use fields of the message: for that reply when the last node finishes.',
	displayOptions: { show: { replyMode: ['immediately'] } },
};

export const replyFields: INodeProperties[] = [replyModeField, replyTextField];

/** How the trigger replies. */
export interface Reply {
	/** Whether the last node replies. */
	byLastNode: boolean;
	/** Text of the node; empty where it has none. */
	text: string;
}

/**
 * @param kind how the text is read: as one that a customer reads; but a message that is there must not be lost because of what is replied
 * @returns how the trigger replies; throws Refusal where one of its settings is wrong
 */
export function readReply(context: TriggerContext, kind = customerText): Reply {
	const mode = triggerSetting(context, replyModeField, choice(['immediately', 'none', 'lastNode']), 'immediately');
	return { byLastNode: mode === 'lastNode', text: mode === 'immediately' ? triggerSetting(context, replyTextField, kind, '') : '' };
}

/** A text as far as it can be sent; empty where it is none. */
export const whateverText: Kind<string> = (given, timezone) => {
	const read = text(given, timezone);
	return read.ok ? read : pass(typeof given === 'string' ? wellFormed(given) : '');
};

/** The message that is answered. */
export interface Answered {
	messageId: string;
	/** The number as eSMS wrote it. */
	sender: string;
}

/** The methods of the web server's response that are used here. */
interface HttpResponse {
	statusCode: number;
	status(code: number): unknown;
	setHeader(name: string, value: string): unknown;
	json(body: unknown): unknown;
	send(body: string): unknown;
}

/** The items of a last node that replies. */
const lastNodeSchema = z.tuple([z.object({ reply: z.unknown() })]).rest(z.unknown());

/** @returns the answer without the workflow: the text of the node, or none */
export function ownReply(context: IWebhookFunctions, answered: Answered, text: string): string {
	asXml(context.getResponseObject());
	return clientResponse({ ...answered, text });
}

/** Answers a message that came again as its first call was answered. */
export function replyAgain(context: IWebhookFunctions, answered: Answered, given: Given): IWebhookResponseData {
	if ('text' in given) return { webhookResponse: ownReply(context, answered, given.text) };
	const response: HttpResponse = context.getResponseObject();
	response.status(given.status);
	response.json(given.body);
	return { noWebhookResponse: true };
}

/**
 * Makes the answer of the last node one that eSMS understands. In that mode n8n gives the items of the
 * last node to `response.json` and knows no XML, so they are turned on their way out. What n8n
 * says of a run that did not end well goes out as it is.
 *
 * @param tell is told the reply
 */
export function replyWithLastNode(context: IWebhookFunctions, answered: Answered, tell: (given: Given) => void): void {
	const response: HttpResponse = context.getResponseObject();
	const json = response.json.bind(response);
	response.json = (body) => {
		const { statusCode } = response;
		if (statusCode >= 400) {
			tell({ status: statusCode, body });
			return json(body);
		}
		const items = lastNodeSchema.safeParse(body);
		const read = whateverText(items.success ? items.data[0].reply : '', context.getTimezone());
		const text = read.ok ? read.value : '';
		tell({ text });
		return response.send(ownReply(context, answered, text));
	};
}

function asXml(response: HttpResponse): void {
	response.setHeader('Content-Type', 'application/xml; charset=utf-8');
}
