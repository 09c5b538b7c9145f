import { createHmac } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { trimmed } from '../nodes/domain/text';
import { accessTokenOf } from '../nodes/providers/zalo/credential';
import { renewedTokens } from '../nodes/shared/zalo/tokens';

export class ZaloZnsOfficialAccountApi implements ICredentialType {
	name = 'zaloZnsOfficialAccountApi';

	displayName = 'Zalo Official Account API';

	icon = { light: 'file:../icons/zalo.svg', dark: 'file:../icons/zalo.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-zalo-zns/n8n-nodes-zalo-zns/blob/main/docs/credentials.md#zalo-official-account-api';

	properties: INodeProperties[] = [
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 2074138120372622546',
			description: 'ID of your application, from its settings at developers.zalo.me',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Secret key of your application, from its settings at developers.zalo.me',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			// n8n writes a renewed token into the field, but never over an expression.
			noDataExpression: true,
			description:
				'Refresh token of one Official Account. n8n renews it by itself from then on: it works once, so use it nowhere else, and make no second credential with it.',
		},
		{
			displayName: 'OA Secret Key',
			name: 'oaSecretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Key from the Webhook page of your application, not the App Secret. Needed only for the ZNS Delivery Trigger.',
		},
		{
			displayName: 'Use App Secret Proof',
			name: 'useProof',
			type: 'boolean',
			default: false,
			description: 'Whether to prove with each call that it comes from your application. Switch it on only where its settings at Zalo ask for it.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://zalo-proxy.example.com',
			description: 'Leave it empty for Zalo itself. A URL here stands in for all hosts of Zalo, for example that of a proxy or a simulator.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{ displayName: 'Expires At', name: 'expiresAt', type: 'hidden', default: '' },
		{
			// Tells an access token that belongs to another Official Account, once a user puts another refresh token here.
			displayName: 'Issued With',
			name: 'issuedWith',
			type: 'hidden',
			default: '',
		},
	];

	/** Spends the refresh token for a new pair, which n8n stores at once (zalo.md 1.4). */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<Record<string, string>> {
		return await renewedTokens(credentials, async (options) => (await this.helpers.httpRequest(options)) as unknown);
	}

	/** Adds the access token as Zalo wants it, and its proof where that is switched on (zalo.md 1.2, 1.4). */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		// None of another Official Account, application or host, whoever asks: n8n's HTTP Request hands on what is stored.
		const accessToken = accessTokenOf(credentials);
		const proof = createHmac('sha256', trimmed(String(credentials.appSecret ?? ''))).update(accessToken).digest('hex');
		return {
			...requestOptions,
			headers: {
				...requestOptions.headers,
				access_token: accessToken,
				...(credentials.useProof === true && { appsecret_proof: proof }),
			},
		};
	}
}
