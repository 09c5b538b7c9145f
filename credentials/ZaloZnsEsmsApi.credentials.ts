import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { trimmed } from '../nodes/domain/text';
import { escapeXml } from '../nodes/domain/xml';

export class ZaloZnsEsmsApi implements ICredentialType {
	name = 'zaloZnsEsmsApi';

	displayName = 'eSMS API';

	icon = { light: 'file:../icons/esms.svg', dark: 'file:../icons/esms.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-zalo-zns/n8n-nodes-zalo-zns/blob/main/docs/credentials.md#esms-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'ApiKey from the API management page of the eSMS portal',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'SecretKey from the API management page of the eSMS portal',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://rest.esms.vn',
			placeholder: 'e.g. https://rest.esms.vn',
			description:
				'Keep the default for the live service. Another URL stands in for all hosts of eSMS, for example that of a proxy or a simulator.',
		},
		{
			displayName: 'Partner ID',
			name: 'partnerId',
			type: 'string',
			default: '',
			description: 'The cpid that eSMS issued for your short code. Needed only for the eSMS Inbound Trigger.',
		},
		{
			displayName: 'Partner Key',
			name: 'partnerPrivateKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'The PrivateKey that eSMS issued together with the partner ID. Needed only for the eSMS Inbound Trigger.',
		},
	];

	/** Adds the keys where eSMS wants them: in the JSON or XML body of a POST, the query of a GET, or the path (esms.md 1.2, 7.5, 10.8). */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const ApiKey = trimmed(String(credentials.apiKey ?? ''));
		const SecretKey = trimmed(String(credentials.secretKey ?? ''));
		if (requestOptions.url.includes('{ApiKey}')) {
			const url = requestOptions.url
				.replace('{ApiKey}', encodeURIComponent(ApiKey))
				.replace('{SecretKey}', encodeURIComponent(SecretKey));
			return { ...requestOptions, url };
		}
		if (requestOptions.method === 'GET') {
			return { ...requestOptions, qs: { ...requestOptions.qs, ApiKey, SecretKey } };
		}
		if (typeof requestOptions.body === 'string') {
			const body = requestOptions.body
				.replace('{ApiKey}', () => escapeXml(ApiKey))
				.replace('{SecretKey}', () => escapeXml(SecretKey));
			return { ...requestOptions, body };
		}
		return { ...requestOptions, body: { ...(requestOptions.body as object), ApiKey, SecretKey } };
	}
}
