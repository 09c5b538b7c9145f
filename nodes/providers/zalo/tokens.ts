import { DateTime } from 'luxon';
import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { directZaloFailure } from '../../domain/failures/catalogue';
import { CONNECT_AGAIN } from '../../domain/failures/zaloDirect';
import { isoTime } from '../../domain/time';
import { withoutSecrets } from '../../domain/withoutSecrets';
import { tryParseJson } from '../json';
import { isRedirect, REDIRECT_ACTION } from '../oddAnswer';
import { ProviderError } from '../providerError';
import type { ProviderAnswer, ProviderRequest, Transport } from '../transport';
import { fingerprintOf, type ZaloSettings } from './credential';
import { PATHS, zaloUrl } from './endpoints';

/** What a renewal gives, under the names of the fields in which n8n stores it. */
export interface Tokens {
	[field: string]: string;
	accessToken: string;
	/** The one before died with this answer (zalo.md 1.4). */
	refreshToken: string;
	/** ISO 8601; '' where Zalo does not tell. */
	expiresAt: string;
	/** What tells whether the access token belongs to the refresh token and application that the credential holds. */
	issuedWith: string;
}

/** The refresh token was used before, by another process or a copy of the credential, or it is 3 months old (zalo.md 1.4). */
export const SPENT = '-14014';

const text = z.string().trim().regex(/^[\x21-\x7e]+$/);
const tokensSchema = z.object({
	access_token: text,
	// Not documented to be missing (zalo.md 1.4); where it is, the access token is good all the same.
	refresh_token: z.string().trim().regex(/^[\x21-\x7e]*$/).nullish().transform((token) => token ?? ''),
	expires_in: z.union([z.number(), z.string().trim().regex(/^\d{1,9}$/).transform(Number)]).pipe(z.number().positive().max(1e9)).optional().catch(undefined),
});

const words = z.string().trim().min(1).max(200).optional().catch(undefined);
const refusalSchema = z.object({
	error: z.union([z.number(), z.string()]).transform((code) => String(code).trim()).pipe(z.string().regex(/^-?[1-9]\d{0,9}$/)),
	error_name: words,
	error_reason: words,
	error_description: words,
	message: words,
});

/** Few codes of this endpoint are known; "404 empty api" was seen for a missing secret (zalo.md 1.4). */
const UNKNOWN_REFUSAL = 'Check App ID, App Secret, Refresh Token and Base URL of the credential, or look the code up at Zalo. Nothing was sent.';

/** What may be shown of such an answer: it can hold tokens. */
const shown = ({ error, error_name, error_reason }: z.output<typeof refusalSchema>) => ({ error, error_name, error_reason });

/**
 * Spends the refresh token for a new pair (zalo.md 1.4).
 *
 * @param transport reaches the token endpoint, which wants the application's secret in a header and no access token
 * @returns the pair; the caller must store it before anything else
 * @throws ProviderError where Zalo refuses it, or where its answer cannot be used; whatever `transport` throws where none came
 */
export async function refreshTokens(settings: ZaloSettings, transport: Transport, now: Date): Promise<Tokens> {
	const { appId, appSecret, refreshToken, baseUrl } = settings;
	const request: ProviderRequest = {
		method: 'POST',
		url: zaloUrl(baseUrl, 'oauth', PATHS.renewal),
		text: new URLSearchParams({ refresh_token: refreshToken, app_id: appId, grant_type: 'refresh_token' }).toString(),
		contentType: 'application/x-www-form-urlencoded',
		headers: { secret_key: appSecret },
	};
	const tokens = readTokens(await transport(request), now, [refreshToken, appSecret]);
	const pair = { ...tokens, refreshToken: tokens.refreshToken || refreshToken };
	return { ...pair, issuedWith: fingerprintOf({ ...settings, refreshToken: pair.refreshToken }) };
}

/**
 * Reads the answer of the token endpoint: success is the presence of an access token (zalo.md 1.4).
 *
 * @param now when the request left, from which the life of the token counts
 * @param secrets what was sent, which a refusal may repeat
 * @returns the refresh token is '' where the answer holds none
 * @throws ProviderError where there are no tokens
 */
export function readTokens(answer: ProviderAnswer, now: Date, secrets: string[] = []): Record<'accessToken' | 'refreshToken' | 'expiresAt', string> {
	const raw = answer.tooLong ? undefined : tryParseJson(answer.body);
	const tokens = tokensSchema.safeParse(raw);
	if (tokens.success) {
		const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = tokens.data;
		const expiresAt = seconds === undefined ? undefined : isoTime(DateTime.fromJSDate(now).plus({ seconds }));
		return { accessToken, refreshToken, expiresAt: expiresAt ?? '' };
	}
	throw refusalOf(answer, secrets);
}

function refusalOf({ status, body }: ProviderAnswer, secrets: string[]): ProviderError {
	const refusal = refusalSchema.safeParse(tryParseJson(withoutSecrets(body, secrets)));
	const details = { provider: 'zalo', status, stopsRun: true } as const;
	if (refusal.success) {
		const { error, error_reason, error_description, error_name, message } = refusal.data;
		const failure = directZaloFailure(error, error_reason ?? error_description ?? error_name ?? message);
		if (failure.class !== 'unknown') return new ProviderError({ ...details, failure, raw: shown(refusal.data), mayPass: failure.class === 'retry' });
		// Of a server that broke down or has too much to do, the status says more than a code that nobody knows.
		if (status < 500 && status !== 429) return new ProviderError({ ...details, failure: { ...failure, recommendedAction: UNKNOWN_REFUSAL }, raw: shown(refusal.data) });
	}
	if (isRedirect(status)) {
		return new ProviderError({ ...details, failure: failureOf(String(status), `Zalo redirects the renewal of the access token to another address (HTTP status ${status}), which is not followed`, 'protocol', REDIRECT_ACTION), raw: null });
	}
	if (status === 429) {
		return new ProviderError({ ...details, failure: failureOf('429', 'Zalo is receiving too many requests to renew access tokens', 'retry', 'Run the workflow again in some minutes. Nothing was sent.'), raw: null, mayPass: true });
	}
	// Its body may hold the new tokens in a form that cannot be read, so nothing of it is kept.
	if (status >= 400 && status < 500) {
		// "404 empty api" was seen for a missing secret (zalo.md 1.4).
		return new ProviderError({
			...details,
			failure: failureOf(String(status), `Zalo refused to renew the access token with HTTP status ${status}`, 'account', 'Check App ID, App Secret and Base URL of the credential. Nothing was sent.'),
			raw: null,
		});
	}
	return lostTokens(status);
}

/**
 * The refresh token may be spent while its successor is unknown (zalo.md 1.4).
 *
 * @param status HTTP status of the answer; 0 where none came
 */
export function lostTokens(status: number): ProviderError {
	const what = status === 0 ? 'No answer came from Zalo when the access token was renewed' : 'The answer of Zalo to the renewal of the access token could not be read';
	return new ProviderError({
		provider: 'zalo',
		failure: failureOf(status >= 300 ? String(status) : null, what, 'auth', `Nothing was sent. Run the workflow again: Zalo may not have renewed it. If it did, the new tokens are lost; then: ${CONNECT_AGAIN}`),
		status,
		raw: null,
		stopsRun: true,
		mayPass: true,
	});
}
