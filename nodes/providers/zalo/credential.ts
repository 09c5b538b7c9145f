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

/** Zalo's own hosts (zalo.md 1.1). */
const LIVE = /(^|\.)(zalo\.me|zaloapp\.com)$/;

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
	// One of Zalo's hosts does not stand in for all of them.
	const isZalo = baseUrl.value !== '' && LIVE.test(new URL(baseUrl.value).hostname);
	return pass({ appId: appId.value, appSecret: appSecret.value, refreshToken: refreshToken.value, baseUrl: isZalo ? '' : baseUrl.value });
}

/**
 * @returns the access token; '' where there is none yet, or where it came with the refresh token of another application
 * or Official Account, or from another host: messages would go out in the name of that one, or a token to a stranger
 */
export function accessTokenOf(credential: Record<string, unknown>): string {
	const issued = textOf(credential.issuedWith);
	const settings = readSettings(credential);
	return issued === '' || (settings.ok && issued === fingerprintOf(settings.value)) ? textOf(credential.accessToken) : '';
}

/** @returns what tells a pair of tokens from others, and tells nothing of them */
export function fingerprintOf({ appId, refreshToken, baseUrl }: Pick<ZaloSettings, 'appId' | 'refreshToken' | 'baseUrl'>): string {
	return createHash('sha256').update(JSON.stringify([appId, refreshToken, baseUrl])).digest('hex').slice(0, 16);
}

function textOf(value: unknown): string {
	return trimmed(String(value ?? ''));
}

/** @returns all that no answer, item or error may hold */
export function secretsOf({ accessToken, refreshToken, appSecret, oaSecretKey }: Record<string, unknown>): string[] {
	return [accessToken, refreshToken, appSecret, oaSecretKey].map(textOf).filter((secret) => secret !== '');
}
