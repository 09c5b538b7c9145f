import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Simulator } from '../../sandbox/simulator/index.mjs';

/** @returns the credential of the simulator's Official Account, whose access token is alive */
export function seededZalo({ settings, zalo, zaloUrl }: Pick<Simulator, 'settings' | 'zalo' | 'zaloUrl'>): ICredentialDataDecryptedObject {
	const { appId, appSecret } = settings.zalo;
	const { accessToken, refreshToken, expiresAt } = zalo.tokens();
	return { appId, appSecret, accessToken, refreshToken, expiresAt: new Date(expiresAt).toISOString(), baseUrl: zaloUrl };
}
