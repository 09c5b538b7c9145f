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
	/** True only where an SMS would help this very recipient (design.md 3). */
	fallbackAdvised: boolean;
}

const ACTIONS: Record<FailureClass, string> = {
	unreachable: 'Reach this customer through another channel, such as SMS.',
	refused: 'Respect the choice of the recipient. Use another channel only where your policy allows it.',
	bad_phone: 'Correct the phone number in your data.',
	retry: 'Wait a little and send again. Use another channel if the message is urgent.',
	later: 'Send again in the next time window or on the next day. Use another channel if the message is urgent.',
	auth: 'Check the keys of the credential, or connect the Official Account again.',
	account: 'Ask the provider or the administrator of the Official Account to correct the setup. Every message is affected until then.',
	billing: 'Top up the account. Every message is affected until then.',
	template: 'Check that the template is approved and belongs to this account. Every message with it is affected until then.',
	params: 'Correct the data of this item.',
	protocol: 'Report this to the authors of this node, together with the code.',
	duplicate: 'Nothing to do: this message was taken before. Change the request ID to send it again.',
	uncertain: 'The message may have been sent. Look it up at the provider before you send it again.',
	unknown: 'Look up the code at the provider before you use another channel.',
};

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
	recommendedAction: string = ACTIONS[failureClass],
): Failure {
	return {
		code,
		title,
		class: failureClass,
		recommendedAction,
		fallbackAdvised: failureClass === 'unreachable',
	};
}
