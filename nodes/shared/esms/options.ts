import type { INodeProperties } from 'n8n-workflow';
import type { RequestIdChoice } from '../../domain/requestId';
import { codePointLength } from '../../domain/text';
import type { CommonSendFields } from '../../providers/esms/send';
import { includeInputOption } from '../fields/includeInput';
import { inside, type Item } from '../fields/item';
import { choice } from '../fields/kinds/choice';
import { filledText } from '../fields/kinds/customerText';
import { futureTime } from '../fields/kinds/date';
import { flag } from '../fields/kinds/flag';
import { text } from '../fields/kinds/text';
import { requestsPerSecondOption } from '../fields/requestsPerSecond';
import type { Run } from '../run/run';
import type { Waits } from '../waiting/terms';
import { readCallbackUrl } from './callbackUrl';

/** Options of every eSMS sending operation, in alphabetical order of their names. */
export const esmsSendOptions = {
	callbackUrl: {
		displayName: 'Callback URL',
		name: 'callbackUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/…/zns-delivery',
		builderHint: { propertyHint: 'The production URL of a ZNS Delivery Trigger in a published workflow, which the user copies. Not together with waiting by callback.' },
		description: 'URL to which eSMS reports what became of the message. Add a ZNS Delivery Trigger to a workflow, publish it, and copy its production URL.',
	},
	campaign: {
		displayName: 'Campaign',
		name: 'campaign',
		type: 'string',
		default: '',
		placeholder: 'e.g. Tết 2027',
		description: 'Name that groups messages in the reports of eSMS, at most 254 characters',
	},
	includeInputFields: includeInputOption.option,
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
				description: 'Every execution sends again, but each message only once. A retry by n8n sends nothing, because it cannot know what the first run sent.',
			},
		],
		default: 'content',
		builderHint: {
			propertyHint:
				"Keeps a customer from getting one message twice within 24 hours. 'content' suits most workflows; 'key' with a key such as order code and state where the same text may rightly go out again; 'execution' for tests. Never 'none' for orders.",
		},
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
	requestsPerSecond: requestsPerSecondOption,
	sandbox: {
		displayName: 'Sandbox',
		name: 'sandbox',
		type: 'boolean',
		default: false,
		description: 'Whether eSMS only checks the message: nothing is sent, charged or reported. An expression must give true or false.',
	},
	sendDate: {
		displayName: 'Send Date',
		name: 'sendDate',
		type: 'dateTime',
		default: '',
		description: 'When eSMS shall send the message; empty sends it now, but an expression must give a date. A time such as 31/12/2026 08:30 counts in Vietnam, one of ISO 8601 without an offset in the time zone of the workflow; the receipt names it in Vietnam time.',
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

/** Most characters of a campaign (esms.md 1.6). */
const CAMPAIGN_LENGTH = 254;

const option = (field: INodeProperties) => inside('options', field);

/** What the options of an item say of the message itself. */
export type EsmsOptions = Omit<CommonSendFields, 'requestId'> & { simplify: boolean };

/**
 * Reads the options that every eSMS send shares (esms.md 1.6).
 *
 * @param waits what waiting for the message means for it; undefined where nobody waits
 * @throws Refusal that names the option and what is wrong with it
 */
export function readOptions(run: Pick<Run, 'live' | 'pointOut'>, item: Item, waits?: Waits): EsmsOptions {
	const callbackOption = option(esmsSendOptions.callbackUrl);
	// While the run waits to be called back there must be none, whatever it is.
	const callbackUrl = waits?.resumeUrl === undefined ? readCallbackUrl(run, item, callbackOption) : item.optional(callbackOption, text);
	const campaign = item.optional(option(esmsSendOptions.campaign), text);
	const sandbox = item.decisive(option(esmsSendOptions.sandbox), flag) ?? false;
	const sendDate = item.decisive(option(esmsSendOptions.sendDate), futureTime);
	const length = codePointLength(campaign ?? '');
	if (length > CAMPAIGN_LENGTH) {
		throw item.refuse(`Campaign has ${length} characters, eSMS allows ${CAMPAIGN_LENGTH}`, "Shorten the option 'Campaign' for this item.");
	}
	if (waits) checkForWaiting(item, waits, { callbackUrl, sandbox, sendDate });
	return {
		callbackUrl: waits?.resumeUrl ?? callbackUrl,
		campaign,
		sandbox: sandbox || undefined,
		sendDate,
		simplify: item.isOn(option(esmsSendOptions.simplify), true),
	};
}

/** A message that waits is reported to its own run within a time, and a sandbox message never is. */
function checkForWaiting(item: Item, { resumeUrl }: Waits, { callbackUrl, sandbox, sendDate }: CommonSendFields): void {
	const cannot = (what: string) => item.refuse(what, "Remove the option, or set 'After Sending' to 'Continue'.");
	// The time limit counts from now: an SMS would go out before the message itself.
	if (sendDate !== undefined) throw cannot("Send Date cannot be set while 'After Sending' is 'Wait for Delivery'");
	if (callbackUrl !== undefined && resumeUrl !== undefined) {
		throw item.refuse("Callback URL cannot be set while the run itself waits to be called back", "Remove the option, or set the option 'Wait By' to 'Asking'.");
	}
	if (sandbox) throw cannot('A message in the sandbox is never delivered, so there is nothing to wait for');
}

/** @returns how repeats are to be recognised; throws Refusal where the key is needed and empty */
export function readRequestIdChoice(item: Item, executionId: string): RequestIdChoice {
	const by = item.optional(option(esmsSendOptions.requestIdBy), choice(['content', 'key', 'none', 'execution'])) ?? 'content';
	if (by === 'execution') return { by, executionId };
	if (by !== 'key') return { by };
	const key = item.optional(option(esmsSendOptions.requestKey), filledText);
	if (key !== undefined) return { by, key };
	throw item.refuse("Request Key is empty, but 'Request ID' is 'By Your Own Key'", "Fill in the option 'Request Key' for this item.");
}

/** @returns the sending mode of an item (esms.md 1.6); undefined leaves it to eSMS */
export function readSendingMode(item: Item): '1' | '3' | undefined {
	return item.optional(option(sendingModeOption), choice(['1', '3']));
}
