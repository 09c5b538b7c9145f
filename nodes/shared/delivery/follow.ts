import { NodeOperationError, sleep } from 'n8n-workflow';
import type { DeliveryReport } from '../../domain/deliveryReport';
import type { AskedMessage } from '../../providers/provider';
import { ProviderError } from '../../providers/providerError';
import { RunStopped } from '../run/stop';
import type { Ask } from './desk';
import type { Told } from './inquire';

/** How long a message is followed, and how closely. */
export interface FollowTerms {
	/** Milliseconds before each time it is asked about: soon at first, then less often. The last one repeats. Once it has ended, what is still open is soon there: they begin anew behind the first. */
	waits: readonly [number, ...number[]];
	/** Milliseconds since the epoch. */
	until: number;
	/** Whether nothing more need be known. */
	isEnough(report: DeliveryReport): boolean;
	/** Aborted where nobody waits any more. */
	signal?: AbortSignal | undefined;
}

/**
 * Asks what became of a message until that is known or the time is over: right after sending a provider may not know
 * it yet, and its status may lag behind (esms.md 1.11).
 *
 * @returns what was told last. Never throws.
 */
export async function follow(ask: Ask, message: AskedMessage, { waits, until, isEnough, signal }: FollowTerms): Promise<Told> {
	let told: Told = {};
	let hasEnded = false;
	for (let at = 0; ; at++) {
		const wait = waits[Math.min(at, waits.length - 1)] as number;
		await sleepUnless(signal, Math.min(wait, until - Date.now()));
		if (signal?.aborted) return told;
		const now = await ask(message);
		if (now.error instanceof RunStopped && Date.now() >= until) return told;
		// The call that knew the end may not answer now: what another one says instead takes nothing back.
		told = { ...now, report: told.report?.final && !now.report?.final ? told.report : (now.report ?? told.report) };
		if (Date.now() >= until || isHopeless(now.error) || (told.report && isEnough(told.report))) return told;
		if (told.report?.final && !hasEnded) {
			hasEnded = true;
			at = 0;
		}
	}
}

/** No credential, wrong keys or a locked account do not get better by asking again. */
function isHopeless(error: unknown): boolean {
	if (error instanceof ProviderError) return error.details.stopsRun === true && error.details.mayPass !== true;
	return error instanceof RunStopped || error instanceof NodeOperationError;
}

async function sleepUnless(signal: AbortSignal | undefined, milliseconds: number): Promise<void> {
	if (milliseconds <= 0 || signal?.aborted) return;
	if (!signal) return await sleep(milliseconds);
	await new Promise<void>((resolve) => {
		const end = () => {
			signal.removeEventListener('abort', end);
			resolve();
		};
		signal.addEventListener('abort', end);
		void sleep(milliseconds).then(end);
	});
}
