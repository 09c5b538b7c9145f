import type { CredentialData } from '../../providers/provider';
import { ProviderError } from '../../providers/providerError';
import type { Transport } from '../../providers/transport';
import { transportWith } from '../transport';
import type { Account } from './account';
import { renew, renewedByOthers } from './renew';

/**
 * Before a token expires it is renewed, so that hardly any call meets a dead one; how long before differs by chance, so
 * that processes seldom do it at once.
 */
const AHEAD_MS = 2 * 60_000;
const JITTER_MS = 3 * 60_000;

/** A renewal that failed is not tried again with each call, and one that may succeed later not before this. */
const PAUSE_MS = 30_000;

/** The token of an account, for one run, list or trigger. */
export interface Session {
	/** Makes a call with a token that is alive, as far as is known; waits while one is fetched. */
	transport: Transport;
	/** @returns what makes a call again, once, where it met a dead token */
	again(transport: Transport): Transport;
	/**
	 * Fetches a new token whatever the age of the present one.
	 *
	 * @returns the credential as it is now
	 * @throws ProviderError where that does not succeed; nothing else was asked for then
	 */
	renewed(): Promise<CredentialData>;
}

/**
 * Keeps the token of an account alive: renewed ahead of time, and at once where the provider says that it is dead.
 *
 * @param credential as it was read
 */
export function openSession<Client>(account: Account<Client>, credential: CredentialData): Session {
	const { context, provider, rules, secrets } = account;
	const dead = new Set<string>();
	/** How long before its end a token is renewed. */
	let ahead = AHEAD_MS + Math.random() * JITTER_MS;
	let held = credential;
	/** Whether the token that is held came by a renewal and has not been taken yet: one that is refused at once is not renewed again. */
	let isUntried = false;
	let renewal: Promise<void> | undefined;
	let failure: { error: ProviderError; until: number } | undefined;

	const lifeOf = (data: CredentialData): number => (rules.expiresAt(data) ?? Number.POSITIVE_INFINITY) - Date.now();
	const isAlive = (data: CredentialData): boolean => rules.tokenOf(data) !== '' && !dead.has(rules.tokenOf(data)) && lifeOf(data) > 0;

	const hold = (data: CredentialData): void => {
		held = data;
		secrets.push(...rules.secretsOf(held).filter((secret) => !secrets.includes(secret)));
	};
	const fetchToken = async (): Promise<void> => {
		hold(await renew(account, held, isAlive));
		isUntried = true;
		// A token of a short life is not renewed with each call.
		ahead = Math.min(ahead, lifeOf(held) / 4);
	};
	const stayAlive = async (): Promise<void> => {
		const error: unknown = await fetchToken().catch((thrown: unknown) => thrown);
		if (error === undefined) return;
		// There is time left: the call goes ahead with the present one.
		if (isAlive(held)) return void (ahead = 0);
		if (error instanceof ProviderError && error.details.stopsRun) failure = { error, until: error.details.mayPass ? Date.now() + PAUSE_MS : Number.POSITIVE_INFINITY };
		throw error;
	};
	const current = async (): Promise<CredentialData> => {
		if (failure && Date.now() < failure.until) throw failure.error;
		if (isUntried && dead.has(rules.tokenOf(held))) hold(await renewedByOthers(account, held, isAlive));
		const isDue = isAlive(held) ? lifeOf(held) < ahead : !(isUntried && dead.has(rules.tokenOf(held)));
		if (isDue || renewal) await (renewal ??= stayAlive().finally(() => (renewal = undefined)));
		return held;
	};

	return {
		async transport(request) {
			const used = await current();
			const answer = await transportWith(context, provider.credentialType, async () => await Promise.resolve({ ...used }))(request);
			const token = rules.tokenOf(used);
			if (rules.saysTokenIsDead(answer)) dead.add(token);
			else if (token === rules.tokenOf(held)) isUntried = false;
			return answer;
		},
		again: (transport) => async (request) => {
			const answer = await transport(request);
			return rules.saysTokenIsDead(answer) ? await transport(request) : answer;
		},
		async renewed() {
			await fetchToken();
			return held;
		},
	};
}
