import { N8N_NODES_API_VERSION } from 'n8n-workflow';
import { Refusal } from '../refusal';
import type { Run } from '../run/run';
import { LONGEST_ASKING, type Waiting } from './fields';
import { resumeUrlFault } from './resumeUrl';

/**
 * Chooses how to learn what became of the messages of a run.
 *
 * @returns `callback`: the run is parked until the provider calls; `asking`: it stays active and asks
 * @throws Refusal where the messages cannot be waited for in the way that is set; nothing was sent
 */
export function wayToWait<Client>(run: Run<Client>, waiting: Waiting, oneByOne: boolean): 'asking' | 'callback' {
	const { context, provider } = run;
	// One that never calls back has no option for it; what another provider left there is of no account.
	const by = provider.readCallback ? waiting.by : 'automatic';
	const noCallback = whyNoCallback(run, waiting, oneByOne);
	if (by !== 'asking' && noCallback === undefined) return 'callback';
	const refuse = (message: string, advice: string) => new Refusal(context.getNode(), message, { advice: `${advice} Nothing was sent.` });
	if (by === 'callback' || !provider.inquiry) throw refuse(noCallback?.what ?? `${provider.label} cannot be asked`, noCallback?.advice ?? "Set 'After Sending' to 'Continue'.");
	if (waiting.minutes > LONGEST_ASKING) {
		const why = by === 'asking' ? '' : ` (${noCallback?.what ?? ''})`;
		throw refuse(
			`Waiting by asking takes at most ${LONGEST_ASKING} minutes, because the run stays active, but 'Time Limit' is ${waiting.minutes}${why}`,
			`Set 'Time Limit' to ${LONGEST_ASKING} or less.`,
		);
	}
	return 'asking';
}

/** Why the provider cannot call the run back, and what to do about it. */
interface NoCallback {
	what: string;
	advice: string;
}

function whyNoCallback<Client>(run: Run<Client>, { routed }: Waiting, oneByOne: boolean): NoCallback | undefined {
	const { provider, items } = run;
	const orAsk = "set the option 'Wait By' to 'Asking'";
	if (!provider.readCallback) return { what: `${provider.label} does not call back for each message`, advice: "Set 'After Sending' to 'Continue'." };
	if (!oneByOne) return { what: 'Messages in batches have no callback of their own', advice: `Set 'Sending' to 'One by One', or ${orAsk}.` };
	if (items.length !== 1) {
		return { what: `Waiting by callback works with one item at a time, but ${items.length} came in`, advice: `Put this node into a Loop Over Items with batch size 1, or ${orAsk}.` };
	}
	// Exported since n8n 2.39, the first version that resumes by another output than the first (n8n.md 11).
	if (routed && N8N_NODES_API_VERSION === undefined) {
		return { what: 'This version of n8n cannot route results of a parked run to outputs of their own', advice: `Set 'Route Results' to 'Single Output', update n8n to 2.39 or later, or ${orAsk}.` };
	}
	const fault = resumeUrlFault(run);
	return fault && { what: `${provider.label} cannot report to this n8n: ${fault.what}`, advice: `Set WEBHOOK_URL of your n8n to its public https address (now ${fault.address}), or ${orAsk}.` };
}
