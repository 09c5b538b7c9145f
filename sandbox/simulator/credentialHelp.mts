import type { SimulatorSettings } from './settings.mjs';

/** What to enter into one kind of credential, by the labels of its fields. */
export interface CredentialHelp {
	credential: string;
	fields: ReadonlyArray<readonly [label: string, value: string, note?: string]>;
}

/**
 * What a credential of each provider needs to work with a simulator, as somebody fills it in who makes one by hand.
 *
 * @param url of the simulator, without a slash at its end
 */
export function credentialHelp({ esms, caresoft, zalo }: SimulatorSettings, url: string): CredentialHelp[] {
	return [
		{
			credential: 'eSMS API',
			fields: [
				['API Key', esms.apiKey],
				['Secret Key', esms.secretKey],
				['Base URL', `${url}/esms`, 'the default for eSMS itself'],
				['Partner ID', esms.shortCode.cpid, 'for the eSMS Inbound Trigger alone'],
				['Partner Key', esms.shortCode.privateKey, 'for the eSMS Inbound Trigger alone'],
			],
		},
		{
			credential: 'CareSoft API',
			fields: [
				['Domain', caresoft.domain],
				['API Token', caresoft.token],
				['Host', 'Custom'],
				['Custom Host URL', `${url}/caresoft`],
				['Webhook Secret Key', caresoft.webhook.secret, 'for the ZNS Delivery Trigger alone'],
			],
		},
		{
			credential: 'Zalo Official Account API',
			fields: [
				['App ID', zalo.appId],
				['App Secret', zalo.appSecret],
				['Refresh Token', zalo.tokens.refreshToken, 'it works once: n8n keeps those that follow'],
				['OA Secret Key', zalo.webhook.oaSecretKey, 'for the ZNS Delivery Trigger alone'],
				['Base URL', url, 'empty for Zalo itself'],
			],
		},
	];
}

/** @returns the same for a terminal, a line for each field */
export function inLines(help: readonly CredentialHelp[]): string {
	const width = Math.max(...help.flatMap(({ fields }) => fields.map(([label]) => label.length)));
	return help
		.map(({ credential, fields }) => [credential, ...fields.map(([label, value, note]) => `  ${label.padEnd(width)}  ${value}${note === undefined ? '' : `   (${note})`}`)].join('\n'))
		.join('\n');
}
