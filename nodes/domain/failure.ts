import { cut } from './text';

/** What a failure means for the workflow (zalo.md 9.1, esms.md 14). */
export type FailureClass =
	| 'unreachable'
	| 'refused'
	| 'bad_phone'
	| 'retry'
	| 'later'
	| 'auth'
	| 'account'
	| 'billing'
	| 'template'
	| 'params'
	| 'protocol'
	| 'duplicate'
	| 'uncertain'
	| 'unknown';

/** Why a message was not taken or not delivered, in words a user can act on. */
export interface Failure {
	/** Code of the provider or of Zalo, as text; null where there is none. */
	code: string | null;
	/** What happened, in a few words. */
	title: string;
	class: FailureClass;
	/** What to do about it. */
	recommendedAction: string;
	fallbackAdvised: FallbackAdvice;
}

/**
 * Whether an SMS would help this very recipient: true, it would; false, it would not, or that is not for
 * a node to decide; null, nobody said why the message failed, or whether it did.
 */
export type FallbackAdvice = boolean | null;

/** Whether an SMS instead would help: `ifUrgent` and `byPolicy` are for the user to decide, never for a node (zalo.md 9.1). */
export type SmsAdvice = 'yes' | 'ifUrgent' | 'byPolicy' | 'no' | 'notKnown';

/** What a class of failures means. */
interface ClassAdvice {
	/** Who or what is affected, in a sentence. */
	meaning: string;
	/** What to do about it, where a code has no advice of its own. */
	action: string;
	sms: SmsAdvice;
}

export const FAILURE_CLASSES: Record<FailureClass, ClassAdvice> = {
	unreachable: {
		meaning: 'This customer cannot be reached on this channel.',
		action: 'Reach this customer through another channel, such as SMS.',
		sms: 'yes',
	},
	refused: {
		meaning: 'This customer does not want such messages, or a rule protects them from more.',
		action: 'Respect the choice of the recipient. Use another channel only where your policy allows it.',
		sms: 'byPolicy',
	},
	bad_phone: {
		meaning: 'The phone number is wrong, for every channel.',
		action: 'Correct the phone number in your data.',
		sms: 'no',
	},
	retry: {
		meaning: 'Something did not work this time.',
		action: 'Wait a little and send again. Use another channel if the message is urgent.',
		sms: 'ifUrgent',
	},
	later: {
		meaning: 'A quota is used up, or it is night.',
		action: 'Send again in the next time window or on the next day. Use another channel if the message is urgent.',
		sms: 'ifUrgent',
	},
	auth: {
		meaning: 'A key or a token is wrong. Every message is affected.',
		action: 'Check the keys of the credential, or connect the Official Account again.',
		sms: 'no',
	},
	account: {
		meaning: 'The setup of the account is not right. Every message is affected.',
		action: 'Ask the provider or the administrator of the Official Account to correct the setup. Every message is affected until then.',
		sms: 'no',
	},
	billing: {
		meaning: 'There is no money or paid quota left. Every message is affected.',
		action: 'Top up the account. Every message is affected until then.',
		sms: 'no',
	},
	template: {
		meaning: 'The template or sender name cannot be used. Every message with it is affected.',
		action: 'Check that the template is approved and belongs to this account. Every message with it is affected until then.',
		sms: 'no',
	},
	params: {
		meaning: 'The data of this one message is wrong.',
		action: 'Correct the data of this item.',
		sms: 'no',
	},
	protocol: {
		meaning: 'The request itself is not as the provider wants it.',
		action: 'Report this to the authors of this node, together with what the provider said.',
		sms: 'no',
	},
	duplicate: {
		meaning: 'The provider has taken this request before and did nothing now.',
		action: 'Nothing to do: this message was taken before. Change the request ID to send it again.',
		sms: 'no',
	},
	uncertain: {
		meaning: 'It is not known whether the message was sent.',
		action: 'The message may have been sent. Look it up at the provider before you send it again.',
		sms: 'notKnown',
	},
	unknown: {
		meaning: 'The code is not documented, or no reason was given.',
		action: 'Ask the provider what happened before you use another channel.',
		sms: 'notKnown',
	},
};

/** @returns whether a failure of the class is one that an SMS would help with */
export function fallbackAdviceOf(failureClass: FailureClass): FallbackAdvice {
	const { sms } = FAILURE_CLASSES[failureClass];
	return sms === 'notKnown' ? null : sms === 'yes';
}

/** A line of the catalogue; the advice is there where the standard advice of the class would not help. */
export type FailureRow = readonly [code: string, title: string, failureClass: FailureClass, recommendedAction?: string];

/** Most characters of what providers say themselves: an answer can hold anything. */
const LONGEST_TITLE = 300;
const LONGEST_CODE = 40;

/**
 * Builds a failure with the standard advice of its class.
 *
 * @param code code of the provider or of Zalo as text, null where there is none
 * @param title what happened, in a few words
 * @param failureClass what it means for the workflow
 * @param recommendedAction replaces the standard advice of the class
 */
export function failureOf(
	code: string | null,
	title: string,
	failureClass: FailureClass,
	recommendedAction: string = FAILURE_CLASSES[failureClass].action,
): Failure {
	return {
		code: code === null ? null : cut(code, LONGEST_CODE),
		title: cut(title, LONGEST_TITLE),
		class: failureClass,
		recommendedAction,
		fallbackAdvised: fallbackAdviceOf(failureClass),
	};
}
