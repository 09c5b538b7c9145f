import type { IWebhookFunctions } from 'n8n-workflow';
import type { Provider } from '../../providers/provider';
import { createDesk, type Ask } from '../../shared/delivery/desk';
import { createInquiry } from '../../shared/delivery/inquire';
import { clientOf } from '../../shared/run/connect';

/** Official Accounts of an account hardly ever change. */
const ACCOUNTS_KEPT_MS = 10 * 60_000;

/** More callbacks than that are not asked about at once: each holds its call in the memory of n8n. */
const MOST_OPEN = 5_000;

/** Asks for one trigger about all that its callbacks name, in one pace. */
export interface TriggerDesk {
	ask: Ask;
	/** @returns the Official Accounts whose message it may be; those that are claimed where they cannot be listed */
	accountsFor(claimed: string | null): Promise<string[]>;
}

interface OpenDesk extends TriggerDesk {
	open: number;
	/** Of the latest call: it has the credential as it is now. */
	context: IWebhookFunctions;
}

/** By workflow and node, for this process. */
const desks = new Map<string, OpenDesk>();

/**
 * Does something at the desk of a trigger, which all calls of a moment share.
 *
 * @returns undefined where too many calls are at it already
 */
export async function atDesk<Client, T>(context: IWebhookFunctions, provider: Provider<Client>, work: (desk: TriggerDesk) => Promise<T>): Promise<T | undefined> {
	const key = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const desk = desks.get(key) ?? openDesk(context, provider);
	if (desk.open >= MOST_OPEN) return undefined;
	desks.set(key, desk);
	desk.context = context;
	desk.open++;
	try {
		return await work(desk);
	} finally {
		if (--desk.open === 0) desks.delete(key);
	}
}

function openDesk<Client>(context: IWebhookFunctions, provider: Provider<Client>): OpenDesk {
	const read = async <T>(call: (client: Client) => Promise<T>): Promise<T> => await call(await clientOf(desk.context, provider));
	const list = keptFor(ACCOUNTS_KEPT_MS, async () => await read(async (client) => (await provider.inquiry?.listAccounts?.(client)) ?? []));
	const desk: OpenDesk = {
		open: 0,
		context,
		ask: createDesk(createInquiry({ provider, read })),
		accountsFor: async (claimed) => {
			const accounts = await list().catch((): string[] => []);
			return claimed !== null && (accounts.length === 0 || accounts.includes(claimed)) ? [claimed] : accounts;
		},
	};
	return desk;
}

/** @returns the same, whose result is kept for a time, and whose failure is not */
function keptFor<T>(milliseconds: number, get: () => Promise<T>): () => Promise<T> {
	let kept: Promise<T> | undefined;
	let until = 0;
	return async () => {
		if (!kept || Date.now() > until) {
			kept = get();
			until = Date.now() + milliseconds;
			kept.catch(() => (kept = undefined));
		}
		return await kept;
	};
}
