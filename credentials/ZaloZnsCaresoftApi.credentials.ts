import type { ICredentialDataDecryptedObject, ICredentialType, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';
import { trimmed } from '../nodes/domain/text';

export class ZaloZnsCaresoftApi implements ICredentialType {
	name = 'zaloZnsCaresoftApi';

	displayName = 'CareSoft API';

	icon = { light: 'file:../icons/caresoft.svg', dark: 'file:../icons/caresoft.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-zalo-zns/n8n-nodes-zalo-zns/blob/main/docs/credentials.md#caresoft-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. khachhang01',
			description: 'Last part of your login address, exactly as CareSoft issued it: khachhang01 in https://caresoft.vn/khachhang01',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From CareSoft: Admin > API > API token. A reset there makes the old one useless at once.',
		},
		{
			displayName: 'Host',
			name: 'host',
			type: 'options',
			options: [
				{ name: 'Primary (api.caresoft.vn)', value: 'https://api.caresoft.vn' },
				{ name: 'Standby (api2.caresoft.vn)', value: 'https://api2.caresoft.vn' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'https://api.caresoft.vn',
		},
		{
			displayName: 'Custom Host URL',
			name: 'customHost',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://caresoft-proxy.example.com',
			displayOptions: { show: { host: ['custom'] } },
			description: 'URL that stands in for https://api.caresoft.vn, for example that of a proxy or a simulator',
		},
		{
			displayName: 'Webhook Secret Key',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Secret key that CareSoft support set up for your webhook. Needed only for the ZNS Delivery Trigger.',
		},
		{
			displayName: 'Previous Webhook Secret Key',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only while the key is changed: the old one. Events that are signed with either are taken, so none is lost. Empty it once CareSoft uses the new key.',
		},
	];

	/** Adds the token as CareSoft wants it (caresoft.md 1). */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const Authorization = `Bearer ${trimmed(String(credentials.apiToken ?? ''))}`;
		return { ...requestOptions, headers: { ...requestOptions.headers, Authorization } };
	}
}
