import { sleep, type IExecuteFunctions, type IWebhookFunctions } from 'n8n-workflow';
import type { AskedMessage, Provider } from '../../providers/provider';
import { createDesk, type Ask } from '../delivery/desk';
import { createInquiry } from '../delivery/inquire';
import { clientOf } from '../run/connect';
import { resumeUrl } from './resumeUrl';

/** Moments after parking or after a call, later ones for a status that lags behind. */
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
export async function lookAgain({ helpers }: IExecuteFunctions | IWebhookFunctions, url: string, ask: Ask, message: AskedMessage): Promise<void> {
	for (const wait of WAITS_MS) {
		await sleep(wait);
		const { report } = await ask(message);
		if (!report?.final) continue;
		try {
			const answer: unknown = await helpers.httpRequest({
				method: 'POST',
				url,
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

/**
 * The same after a call that does not say how the message ended, e.g. because its counters lag behind: no other one may
 * come (esms.md 12.1). The caller is not kept waiting for it. Never throws.
 */
export async function lookAfterCall(context: IWebhookFunctions, provider: Provider, message: AskedMessage): Promise<void> {
	try {
		// Once the call is answered, n8n works out no expression any more.
		const url = resumeUrl(context);
		const client = await clientOf(context, provider);
		const inquire = createInquiry({ provider, read: async (call) => await call(client) });
		void lookAgain(context, url, createDesk(inquire), message);
	} catch {
		// The run waits on.
	}
}
