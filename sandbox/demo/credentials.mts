import type { N8nClient } from '../n8n/client.mjs';
import type { JsonObject, StoredCredential } from '../n8n/types.mjs';
import type { Simulator } from '../simulator/index.mjs';

/** One credential for each provider, by the name of its type. */
export type StageCredentials = Record<CredentialType, StoredCredential>;

export type CredentialType = 'zaloZnsCaresoftApi' | 'zaloZnsEsmsApi' | 'zaloZnsOfficialAccountApi';

/**
 * Data of the credentials that fit the simulator's accounts. A refresh token works once, so each call hands out another
 * pair; that of the simulator's start stays for whoever makes a credential by hand.
 */
export function simulatorCredentials(simulator: Simulator): Record<CredentialType, JsonObject> {
	const { esms, caresoft, zalo } = simulator.settings;
	return {
		zaloZnsEsmsApi: { apiKey: esms.apiKey, secretKey: esms.secretKey, baseUrl: simulator.esmsUrl },
		zaloZnsCaresoftApi: {
			domain: caresoft.domain,
			apiToken: caresoft.token,
			host: 'custom',
			customHost: simulator.caresoftUrl,
			webhookSecret: caresoft.webhook.secret,
		},
		zaloZnsOfficialAccountApi: {
			appId: zalo.appId,
			appSecret: zalo.appSecret,
			refreshToken: simulator.zalo.handOut().refreshToken,
			oaSecretKey: zalo.webhook.oaSecretKey,
			baseUrl: simulator.zaloUrl,
		},
	};
}

/** Stores a credential for each provider. */
export async function createCredentials(client: N8nClient, simulator: Simulator): Promise<StageCredentials> {
	const data = simulatorCredentials(simulator);
	return {
		zaloZnsEsmsApi: await client.createCredential('eSMS account', 'zaloZnsEsmsApi', data.zaloZnsEsmsApi),
		zaloZnsCaresoftApi: await client.createCredential('CareSoft account', 'zaloZnsCaresoftApi', data.zaloZnsCaresoftApi),
		zaloZnsOfficialAccountApi: await client.createCredential('Zalo Official Account', 'zaloZnsOfficialAccountApi', data.zaloZnsOfficialAccountApi),
	};
}
