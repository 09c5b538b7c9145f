import { eventIdOf, type Outcome } from '../../../domain/deliveryReport';

/** What a customer may do several times with one message. */
const MANY_OF_A_MESSAGE = ['user_feedback', 'user_click_response_button', 'user_reacted_message', 'oa_reacted_message'];

/** @returns the ID of what became of a message: the same whether Zalo called or was asked */
export function outcomeEventId(messageId: string, outcome: Outcome): string {
	return eventIdOf('zalo', messageId, outcome);
}

/** What tells an event from others. */
interface Identity {
	name: string;
	messageId: string | null;
	/** When the customer did it, in Zalo's own writing. */
	submitTime: string | null;
	timestamp: string;
	/** The Official Account. */
	account: string | null;
	/** Whom or what it is about: IDs of templates and users, as far as it names them. */
	subject: Array<string | null>;
	rawBody: Buffer;
}

/**
 * Zalo gives its events no ID. One about a message is known by its name and the message; any other by its name, its time
 * and its subject (zalo.md 8.3). A second rating and another button of the same message are events of their own.
 *
 * @returns the same ID for every repeat: a retry keeps the times of the event (zalo.md 8.2)
 */
export function eventIdFor({ name, messageId, submitTime, timestamp, account, subject, rawBody }: Identity): string {
	if (messageId !== null) return eventIdOf('zalo', name, messageId, ...(MANY_OF_A_MESSAGE.includes(name) ? [submitTime ?? timestamp] : []));
	// The fields of some events are not documented, and one account has several in a moment: of these only the bytes tell.
	const about = subject.some((one) => one !== null) ? [account, ...subject].map((one) => one ?? '') : [rawBody.toString('base64')];
	return eventIdOf('zalo', name, timestamp, ...about);
}
