import { sleep } from 'n8n-workflow';
import type { AskedMessage } from '../../providers/provider';
import type { Ask } from '../delivery/desk';
import type { Run } from '../run/run';

/** Moments after parking, later ones for a status that lags behind. */
const WAITS_MS = [2_000, 8_000, 30_000];

/** HTTP status with which n8n answers a call for a run that does not wait any more. */
const GONE = 400;

/** Name of the field with the report, where the node itself ends the wait. */
export const ASKED_REPORT = 'askedReport';

/**
 * Closes the gap in which a callback finds the run neither answered nor parked: asks the provider once the run is
 * parked, and where the report is final already, resumes the run with it. It helps where it can: a report that comes
 * later arrives by the callback itself, and a second one changes nothing.
 */
export async function lookAgain<Client>({ context }: Run<Client>, resumeUrl: string, ask: Ask, message: AskedMessage): Promise<void> {
	for (const wait of WAITS_MS) {
		await sleep(wait);
		const { report } = await ask(message);
		if (!report?.final) continue;
		try {
			const answer: unknown = await context.helpers.httpRequest({
				method: 'POST',
				url: resumeUrl,
				body: { [ASKED_REPORT]: report },
				json: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				timeout: 10_000,
			});
			const { statusCode } = answer as { statusCode: number };
			// Not parked yet (409), or not any more (404).
			if (statusCode < GONE) return;
		} catch {
			// n8n could not reach itself; the next look may.
		}
	}
}
