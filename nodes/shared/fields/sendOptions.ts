import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import type { RequestIdChoice } from '../../domain/requestId';
import { toVietnamSendDate } from '../../domain/sendDate';
import { codePointLength, quote } from '../../domain/text';
import { isWebUrl } from '../../domain/zalo/rules';
import type { CommonSendFields } from '../../providers/esms/send';

/** Options of every eSMS sending operation, in alphabetical order of their names. */
export const esmsSendOptions = {
	callbackUrl: {
		displayName: 'Callback URL',
		name: 'callbackUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/…/zns-delivery',
		description: 'URL to which eSMS reports what became of the message: the production URL of a ZNS Delivery Trigger',
	},
	campaign: {
		displayName: 'Campaign',
		name: 'campaign',
		type: 'string',
		default: '',
		placeholder: 'e.g. Tết 2027',
		description: 'Name that groups messages in the reports of eSMS, at most 254 characters',
	},
	requestIdBy: {
		displayName: 'Request ID',
		name: 'requestIdBy',
		type: 'options',
		options: [
			{
				name: 'By Content',
				value: 'content',
				description: 'The same message of this node to the same recipient goes out once within 24 hours',
			},
			{
				name: 'By Your Own Key',
				value: 'key',
				description: 'One message per key, e.g. order number and state; set the key in Request Key',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Repeats are sent again, and a lost answer cannot be asked for again',
			},
			{
				name: 'Once per Execution',
				value: 'execution',
				description: 'Every execution sends again, but each message only once',
			},
		],
		default: 'content',
		description: 'How eSMS recognizes a repeat, so that nobody gets the same message twice',
	},
	requestKey: {
		displayName: 'Request Key',
		name: 'requestKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.orderCode }}-paid',
		description: "Key that stands for one message; used when 'Request ID' is 'By Your Own Key'. A short one without personal data stays readable at eSMS and comes back with the delivery report as requestKey.",
	},
	requestsPerSecond: {
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1000 },
		default: 20,
		description: 'Most requests that this node makes in a second, over all items; 0 means no limit',
	},
	sandbox: {
		displayName: 'Sandbox',
		name: 'sandbox',
		type: 'boolean',
		default: false,
		description: 'Whether eSMS only checks the message: nothing is sent, charged or reported',
	},
	sendDate: {
		displayName: 'Send Date',
		name: 'sendDate',
		type: 'dateTime',
		default: '',
		description: 'When eSMS shall send the message; empty sends it now',
	},
	simplify: {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
} as const satisfies Record<string, INodeProperties>;

/** Option of the calls that may go beyond the quota of an Official Account (esms.md 1.6). */
export const sendingModeOption: INodeProperties = {
	displayName: 'Sending Mode',
	name: 'sendingMode',
	type: 'options',
	options: [
		{ name: 'Beyond Quota', value: '3', description: 'Only for Official Accounts that Zalo has allowed to, and not with a send date' },
		{ name: 'Normal', value: '1' },
	],
	default: '1',
};

/**
 * @param more options of one operation only
 * @param without names of shared options that it does not have
 * @returns the collection of options, in alphabetical order
 */
export function sendOptionsField(more: INodeProperties[] = [], without: string[] = []): INodeProperties {
	const shared = Object.values<INodeProperties>(esmsSendOptions).filter(({ name }) => !without.includes(name));
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...shared, ...more].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

const optionsSchema = z.object({
	callbackUrl: z.string().trim().optional(),
	campaign: z.string().trim().optional(),
	requestIdBy: z.enum(['content', 'key', 'none', 'execution']).optional(),
	requestKey: z.union([z.string(), z.number()]).transform((key) => String(key).trim()).optional(),
	requestsPerSecond: z.number().optional(),
	sandbox: z.boolean().optional(),
	sendDate: z.unknown(),
	sendOnRetry: z.boolean().optional(),
	sendingMode: z.enum(['1', '3']).optional(),
	simplify: z.boolean().optional(),
});

export type SendOptions = z.output<typeof optionsSchema>;

/** @returns the options of an item; throws NodeOperationError where one has a value it cannot have */
export function readOptions(context: IExecuteFunctions, itemIndex: number): SendOptions {
	const options = optionsSchema.safeParse(context.getNodeParameter('options', itemIndex, {}));
	if (options.success) return options.data;
	const [issue] = options.error.issues;
	throw fault(context, itemIndex, `Option ${String(issue?.path[0])} has an invalid value: ${issue?.message}`);
}

/**
 * Checks the options that every eSMS send shares (esms.md 1.6).
 *
 * @param resumeUrl where eSMS reports to while the run waits
 * @returns the fields of the request, without the request ID
 * @throws NodeOperationError that names the option and what is wrong with it
 */
export function toCommonFields(
	context: IExecuteFunctions,
	itemIndex: number,
	options: SendOptions,
	resumeUrl?: string,
): Omit<CommonSendFields, 'requestId'> {
	const { callbackUrl, campaign, sandbox, sendDate } = options;
	if (resumeUrl !== undefined) checkForWaiting(context, itemIndex, options);
	checkCallbackUrl(context, itemIndex, 'Callback URL', callbackUrl);
	if (campaign && codePointLength(campaign) > 254) {
		throw fault(context, itemIndex, `Campaign has ${codePointLength(campaign)} characters, eSMS allows 254`);
	}
	return {
		callbackUrl: resumeUrl ?? (callbackUrl || undefined),
		campaign: campaign || undefined,
		sandbox: sandbox || undefined,
		sendDate: isEmpty(sendDate) ? undefined : readSendDate(context, itemIndex, sendDate),
	};
}

/** Throws NodeOperationError where eSMS could not call the URL; an empty one is none. */
export function checkCallbackUrl(context: IExecuteFunctions, itemIndex: number, displayName: string, url = ''): void {
	if (url === '' || isWebUrl(url)) return;
	throw fault(context, itemIndex, `${displayName}: ${quote(url)} is not a URL, it must start with https://`);
}

/** A message that waits reports to its own run within a time, and a sandbox message never reports. */
function checkForWaiting(context: IExecuteFunctions, itemIndex: number, { callbackUrl, sandbox, sendDate }: SendOptions): void {
	// The time limit counts from now: an SMS would go out before the message itself.
	if (!isEmpty(sendDate)) throw fault(context, itemIndex, "Send Date cannot be set while 'After Sending' is 'Wait for Delivery'");
	if (callbackUrl) throw fault(context, itemIndex, "Callback URL cannot be set while 'After Sending' is 'Wait for Delivery'");
	if (sandbox) throw fault(context, itemIndex, 'A message in the sandbox is never delivered, so there is nothing to wait for');
}

/** @returns how repeats are to be recognised; throws NodeOperationError where the key is empty */
export function toRequestIdChoice(context: IExecuteFunctions, itemIndex: number, options: SendOptions): RequestIdChoice {
	const { requestIdBy = 'content', requestKey = '' } = options;
	if (requestIdBy === 'execution') return { by: 'execution', executionId: context.getExecutionId() };
	if (requestIdBy !== 'key') return { by: requestIdBy };
	if (requestKey === '') {
		throw fault(context, itemIndex, "Request Key is empty, but 'Request ID' is 'By Your Own Key'");
	}
	return { by: 'key', key: requestKey };
}

function readSendDate(context: IExecuteFunctions, itemIndex: number, value: unknown): string {
	const date = toVietnamSendDate(value, context.getTimezone());
	if (date.ok) return date.value;
	throw fault(context, itemIndex, date.fault);
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

function fault(context: IExecuteFunctions, itemIndex: number, message: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description: 'Correct the option of this node for this item.',
	});
}
