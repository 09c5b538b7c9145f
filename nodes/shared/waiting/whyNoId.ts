import type { SendReceipt } from '../../domain/sendReceipt';
import type { Run } from '../run/run';

/**
 * @param answerLost whether the answer to an earlier try of this run was lost
 * @returns why there is no result for a message whose ID is not known
 */
export function whyNoId<Client>({ provider: { label } }: Run<Client>, { status }: SendReceipt, answerLost: boolean): string {
	if (status !== 'duplicate') return `${label} took the message without giving its ID, so its report cannot be told from others`;
	// A duplicate carries no ID (esms.md 1.6), even where this very run sent the first one.
	if (answerLost) return `${lostId(label)}, so its report cannot be told from others`;
	return `${label} has had this message before (duplicate request ID): its report goes to the run that sent it, as long as that one waits`;
}

/** @returns that the ID of a message is lost which this run has sent, most likely */
export function lostId(label: string): string {
	return `${label} has this message, most likely from the first try of this run, whose answer with the ID was lost`;
}
