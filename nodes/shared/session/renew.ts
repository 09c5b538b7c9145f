import isEqual from 'lodash/isEqual';
import pick from 'lodash/pick';
import { sleep } from 'n8n-workflow';
import { failureOf } from '../../domain/failure';
import { withoutSecrets } from '../../domain/withoutSecrets';
import type { CredentialData, Provider } from '../../providers/provider';
import { ProviderError, type ProviderErrorDetails } from '../../providers/providerError';
import { failureIn } from '../errors';
import { layersOf } from '../layers';
import { mayBeSent, networkCode } from '../neverLeft';
import { transportWith } from '../transport';
import type { Account } from './account';

/** How long another process may take to store the tokens that it was given, and how often that is looked up. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 500;

/** Renewals under way in this process, by credential: a second one at the same time would spend the same refresh token. */
const underWay = new Map<string, Promise<CredentialData>>();

/**
 * Gets a new token for an account: one that another run or process has stored, or else one that n8n fetches and stores.
 *
 * @param held the credential as the caller knows it
 * @param isAlive whether the token of a credential can be used, as far as the caller knows
 * @returns the credential with its new tokens
 * @throws ProviderError where there is none to be had; nothing else was asked for then
 */
export async function renew<Client>(account: Account<Client>, held: CredentialData, isAlive: (credential: CredentialData) => boolean): Promise<CredentialData> {
	const { rules } = account;
	const key = keyOf(account);
	for (let other = underWay.get(key); other; other = underWay.get(key)) {
		const renewed = { ...held, ...pick(await other, rules.renewedFields) };
		// The other one may have known less of the present token.
		if (isAlive(renewed)) return renewed;
	}
	const own = stored(account, held, isAlive).finally(() => underWay.delete(key));
	underWay.set(key, own);
	return await own;
}

/**
 * The same without fetching one, where the token that is held came by a renewal and was refused all the same: another
 * renewal may have ended its life.
 *
 * @returns the credential with a newer token that is stored, else as it is held. Never throws.
 */
export async function renewedByOthers<Client>(account: Account<Client>, held: CredentialData, isAlive: (credential: CredentialData) => boolean): Promise<CredentialData> {
	await underWay.get(keyOf(account))?.catch(() => undefined);
	const now: CredentialData = await account.context.getCredentials(account.provider.credentialType).catch(() => held);
	return isAlive(now) ? now : held;
}

function keyOf<Client>({ context, provider }: Account<Client>): string {
	const { id } = context.getNode().credentials?.[provider.credentialType] ?? {};
	return JSON.stringify([provider.credentialType, id]);
}

async function stored<Client>(account: Account<Client>, held: CredentialData, isAlive: (credential: CredentialData) => boolean): Promise<CredentialData> {
	const { context, provider, rules } = account;
	// n8n reads its database each time (n8n.md 12). Where that does not succeed, no message has left: nothing is uncertain.
	const read = async (): Promise<CredentialData> =>
		await context.getCredentials(provider.credentialType).catch((error: unknown) => {
			throw unread(provider, error);
		});
	const isNews = (credential: CredentialData) => isAlive(credential) && rules.tokenOf(credential) !== rules.tokenOf(held);
	const before = await read();
	if (isNews(before)) return before;
	const tried = await fetched(account, before).then((renewed) => ({ renewed }), (error: unknown) => ({ error }));
	if ('renewed' in tried) {
		const { renewed } = tried;
		const kept = await read().catch(() => renewed);
		const keeps = (other: CredentialData) => isEqual(pick(kept, rules.renewedFields), pick(other, rules.renewedFields));
		if (keeps(renewed)) return renewed;
		// The account would be cut off as soon as this token ends, so it is said now. n8n writes over no expression.
		if (kept[rules.tokenField] === renewed[rules.tokenField]) throw notKept(provider, true);
		if (keeps(before)) throw notKept(provider, false);
		return renewed;
	}
	// Another process was given the new tokens, and is about to store them.
	const looks = tried.error instanceof ProviderError && rules.isSpent(tried.error.details) ? PATIENCE_MS / LOOK_EVERY_MS : 0;
	for (let look = 0; look < looks; look++) {
		await sleep(LOOK_EVERY_MS);
		const now = await read().catch(() => held);
		if (isNews(now)) return now;
	}
	throw tried.error;
}

/** Has n8n fetch a token by a call that changes nothing: it fetches one where the field for it is empty, and stores it before the call. */
async function fetched<Client>(account: Account<Client>, credential: CredentialData): Promise<CredentialData> {
	const { context, provider, rules, connection } = account;
	// n8n writes the new tokens into this, too.
	const data = { ...credential, [rules.tokenField]: '' };
	const transport = transportWith(context, provider.credentialType, async () => await Promise.resolve(data));
	const refusal: unknown = await provider.check(connection.over(transport)).catch((error: unknown) => error);
	if (rules.tokenOf(data) !== '') return data;
	throw asRefusal(account, refusal);
}

/** @returns why there is no new token, in words */
function asRefusal<Client>({ provider, rules, secrets }: Account<Client>, error: unknown): ProviderError {
	const ofProvider = providerErrorIn(error);
	// Zalo was not sent the access token with a renewal; its words may hold it all the same.
	if (ofProvider) return new ProviderError(JSON.parse(withoutSecrets(JSON.stringify(ofProvider.details), secrets)) as ProviderErrorDetails);
	const details = { provider: provider.name, status: 0, raw: null };
	// A network code in the message would make n8n put a sentence of its own in its place.
	if (!mayBeSent(error)) return new ProviderError({ ...details, failure: { ...failureIn(error, provider), code: null } });
	if (networkCode(error) !== undefined) return rules.lost();
	return withoutToken(provider, error);
}

/** Why n8n itself has no token, e.g. because its database did not store it, or because its engine fetches none. */
function withoutToken({ name }: Pick<Provider, 'name'>, error: unknown): ProviderError {
	const failure = failureOf(null, `The access token could not be renewed: ${wordsOf(error)}`, 'auth', 'Ask the administrator of your n8n to look into its log. Nothing was sent.');
	return new ProviderError({ provider: name, failure, status: 0, raw: null, stopsRun: true });
}

/** Nothing was spent, and the next moment may be better. */
function unread({ name }: Pick<Provider, 'name'>, error: unknown): ProviderError {
	const failure = failureOf(null, `n8n could not read the credential to renew the access token: ${wordsOf(error)}`, 'retry', 'Run the workflow again in a moment. If this comes again, ask the administrator of your n8n to look into its log. Nothing was sent.');
	return new ProviderError({ provider: name, failure, status: 0, raw: null });
}

/** A network code in a message would make n8n put a sentence of its own in its place. */
function wordsOf(error: unknown): string {
	return error instanceof Error && networkCode(error) === undefined ? error.message : 'it did not say why';
}

/** @param isExpression whether n8n stored all but a field that is one */
function notKept({ name, label }: Pick<Provider, 'name' | 'label'>, isExpression: boolean): ProviderError {
	const because = isExpression ? ', because a field of the credential is an expression' : '';
	const first = isExpression ? `Open the credential of ${label}, put plain values into its fields instead of expressions` : 'Ask the administrator of your n8n to look into its log';
	const failure = failureOf(null, `n8n did not store the tokens that came with a renewal${because}`, 'account', `${first}, and connect the account again. Nothing was sent.`);
	return new ProviderError({ provider: name, failure, status: 0, raw: null, stopsRun: true });
}

/** @returns what the credential type threw, out of what n8n wrapped around it */
function providerErrorIn(error: unknown): ProviderError | undefined {
	for (const layer of layersOf(error)) if (layer instanceof ProviderError) return layer;
	return undefined;
}
