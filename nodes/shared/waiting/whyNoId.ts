import type { SendReceipt } from '../../domain/sendReceipt';
import type { Run } from '../run/run';

/**
 * @param answerLost whether the answer to an earlier try of this run was lost
 * @returns why there is no result for a message whose ID is not known
 */
export function whyNoId<Client>(run: Run<Client>, receipt: SendReceipt, answerLost: boolean): string {
	const lost = lostId(run, receipt, answerLost);
	if (lost !== undefined) return `${lost}, so its report cannot be told from others`;
	return `${run.provider.label} has had this message before (duplicate request ID): its report goes to the run that sent it, as long as that one waits`;
}

/** @returns how the ID of a message was lost that this run has sent, most likely; undefined where it did not send it */
export function lostId<Client>({ provider: { label } }: Run<Client>, { status }: SendReceipt, answerLost: boolean): string | undefined {
	if (status !== 'duplicate') return `${label} took the message without giving its ID`;
	// A duplicate carries no ID (esms.md 1.6), even where this very run sent the first one.
	return answerLost ? `${label} has this message, most likely from the first try of this run, whose answer with the ID was lost` : undefined;
}
