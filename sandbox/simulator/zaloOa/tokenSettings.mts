/** Tokens (zalo.md 1.4). */
export interface ZaloTokenSettings {
	/** The pair at the start; a new pair here is handed out at once, beside those that live. */
	accessToken: string;
	refreshToken: string;
	/** Life of an access token, seconds: 25 hours, one note claims one. */
	lifetimeS: number;
	/** Life of a refresh token: 3 months. */
	refreshLifetimeMs: number;
	/** Life of an authorization code: 10 minutes. */
	codeLifetimeMs: number;
	/** Saved in the console, so the same for every request. */
	codeVerifier: string;
	/** `expires_in`: a string. */
	expiresIn: 'string' | 'number';
	/** Whether the old access token dies when a new pair is issued: not documented. */
	oldAccessToken: 'dies' | 'lives';
	/** How long the token endpoint takes. */
	delayMs: number;
	/** Whether the refresh token is spent before or after that time. */
	spentAt: 'arrival' | 'answer';
	/** 'lost': the pair is issued, and the connection is cut instead of an answer. */
	answer: 'told' | 'lost';
	/** HTTP status of an error: not documented. */
	errorStatus: number;
	/** Without the header secret_key: HTTP 404 "empty api" was reported once. */
	missingSecret: '404' | 'error';
	/** Codes that no document names: a wrong secret, a spent or unknown code, an unknown grant_type. */
	codes: { wrongSecret: number; badCode: number; badGrant: number };
}

const DAY = 24 * 3_600_000;

export function defaultTokenSettings(): ZaloTokenSettings {
	return {
		accessToken: 'SIMULATOR-ACCESS-TOKEN',
		refreshToken: 'SIMULATOR-REFRESH-TOKEN',
		lifetimeS: 90_000,
		refreshLifetimeMs: 90 * DAY,
		codeLifetimeMs: 10 * 60_000,
		codeVerifier: 'SIMULATOR-CODE-VERIFIER-OF-FORTY-THREE-CHAR',
		expiresIn: 'string',
		oldAccessToken: 'dies',
		delayMs: 0,
		spentAt: 'arrival',
		answer: 'told',
		errorStatus: 200,
		missingSecret: '404',
		codes: { wrongSecret: -104, badCode: -14014, badGrant: -14014 },
	};
}
