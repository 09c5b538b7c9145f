import type { IExecuteFunctions } from 'n8n-workflow';
import { failureOf } from '../../domain/failure';
import type { Repeat } from '../../domain/message';
import { ProviderError } from '../../providers/providerError';
import type { Subject } from '../errors';
import { Refusal } from '../refusal';
import type { Run } from '../run/run';

/** Name of the option that lets a retry send again. */
export const SEND_ON_RETRY = 'Send on Retry';

const WORDS: Record<Subject, { one: string; did: string; advice: string; nothing: string }> = {
	message: { one: 'a new message', did: 'sent', advice: 'it would send again what has gone out already', nothing: 'Nothing was sent.' },
	change: { one: 'a new request', did: 'done', advice: 'it would do again what is done already', nothing: 'Nothing was changed.' },
};

/**
 * Keeps n8n itself from sending twice what a provider cannot tell from its repeat: *Retry On Fail* would run the node
 * again for all items, and *Retry* knows nothing of the messages that had left when a run crashed or failed (n8n.md 5.3).
 *
 * @param repeat what a second message would do
 * @param allowed whether the user wants a retry to send all the same; undefined where the operation has no such option
 * @throws Refusal or ProviderError of the class `uncertain`; nothing was sent for this item now
 */
export function refuseHarmfulRepeat({ context, provider, previewOnly }: Run, repeat: Repeat, allowed?: boolean, subject: Subject = 'message'): void {
	if (repeat !== 'reaches') return;
	const { one, did, advice: harm, nothing } = WORDS[subject];
	if (retriesOnFail(context)) {
		throw new Refusal(context.getNode(), `Retry On Fail is on, and ${provider.label} cannot tell a repeat from ${one}`, {
			advice: `Turn off 'Retry On Fail' in the settings of this node: ${harm}. ${nothing}`,
			// Like a wrong setup of the account it concerns every message, and none of the data.
			failureClass: 'account',
		});
	}
	// A retry shows a preview again; what would leave by it has its own run.
	if (previewOnly || context.getMode() !== 'retry' || allowed) return;
	const title = `the first run may have ${did} it, and ${provider.label} cannot tell a repeat from ${one}`;
	const advice = `${subject === 'message' ? 'This retry did not send it.' : 'This retry did not do it.'} Look into ${provider.whereToLook} first; to ${subject === 'message' ? 'send' : 'do'} it all the same, start a new execution${allowed === undefined ? '' : `, or turn on '${SEND_ON_RETRY}'`}.`;
	throw new ProviderError({ provider: provider.name, failure: failureOf(null, title, 'uncertain', advice), status: 0, raw: null });
}

/** n8n tries at least twice where this is on, whatever number of tries is set. */
function retriesOnFail(context: IExecuteFunctions): boolean {
	return context.getNode().retryOnFail === true;
}
