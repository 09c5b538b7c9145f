import { createHash } from 'crypto';
import { pass, refuse, type Checked } from '../../domain/checked';
import { trimmed } from '../../domain/text';
import { readKey, readServiceUrl } from '../settings';

/** What the credential says of the application and its Official Account, checked. */
export interface ZaloSettings {
	appId: string;
	appSecret: string;
	refreshToken: string;
	/** '' for Zalo itself. */
	baseUrl: string;
}

/** Each renewal gives a new refresh token, and n8n writes none over an expression (n8n.md 12). */
const NO_EXPRESSION =
	'The Refresh Token of the credential is an expression: Zalo gives a new refresh token with each renewal, and n8n cannot store it there, so the Official Account would be cut off. Put the token itself into the field';

/** Reads the credential of an Official Account (zalo.md 1). Nothing is sent. */
export function readSettings(credential: Record<string, unknown>): Checked<ZaloSettings> {
	// n8n hands an expression in this field on as it is written, without its equals sign.
	if (textOf(credential.refreshToken).includes('{{')) return refuse(NO_EXPRESSION);
	const appId = readKey('App ID', credential.appId);
	if (!appId.ok) return appId;
	const appSecret = readKey('App Secret', credential.appSecret);
	if (!appSecret.ok) return appSecret;
	const refreshToken = readKey('Refresh Token', credential.refreshToken);
	if (!refreshToken.ok) return refreshToken;
	const given = textOf(credential.baseUrl);
	const baseUrl = given === '' ? pass('') : readServiceUrl('Base URL', given);
	if (!baseUrl.ok) return baseUrl;
	return pass({ appId: appId.value, appSecret: appSecret.value, refreshToken: refreshToken.value, baseUrl: baseUrl.value });
}

/**
 * @returns the access token; '' where there is none yet, or where it came with the refresh token of another application
 * or Official Account: messages would go out in the name of that one
 */
export function accessTokenOf({ accessToken, issuedWith, appId, refreshToken }: Record<string, unknown>): string {
	const issued = textOf(issuedWith);
	return issued === '' || issued === fingerprintOf(textOf(appId), textOf(refreshToken)) ? textOf(accessToken) : '';
}

/** @returns what tells a pair of tokens from others, and tells nothing of them */
export function fingerprintOf(appId: string, refreshToken: string): string {
	return createHash('sha256').update(JSON.stringify([appId, refreshToken])).digest('hex').slice(0, 16);
}

function textOf(value: unknown): string {
	return trimmed(String(value ?? ''));
}

/** @returns all that no answer, item or error may hold */
export function secretsOf({ accessToken, refreshToken, appSecret, oaSecretKey }: Record<string, unknown>): string[] {
	return [accessToken, refreshToken, appSecret, oaSecretKey].map(textOf).filter((secret) => secret !== '');
}
