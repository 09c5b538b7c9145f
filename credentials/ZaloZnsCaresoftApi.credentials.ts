import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class ZaloZnsCaresoftApi implements ICredentialType {
	name = 'zaloZnsCaresoftApi';

	displayName = 'CareSoft API';

	icon = { light: 'file:../icons/caresoft.svg', dark: 'file:../icons/caresoft.dark.svg' } as const;

	documentationUrl = 'https://docs.caresoft.vn/thong-tin-chung';

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
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.apiToken.trim() }}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ ($credentials.host === "custom" ? $credentials.customHost : $credentials.host).trim().replace(/\\/+$/, "") }}',
			url: '=/{{ encodeURIComponent($credentials.domain.trim()) }}/api/v1/agents',
			json: true,
			// The body tells a wrong domain and the lock-out apart, so only a wrong token may throw.
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: 'The API token is wrong' } },
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'message',
					value: 'Domain incorrect too many times , retry after 15 minutes ',
					message:
						'CareSoft has locked this account for 15 minutes, after too many requests or too many calls with a wrong domain. Stop all calls, check the domain, then try again.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'message',
					value: 'Too Many Attempts.',
					message: 'CareSoft is receiving too many requests from this account: wait a minute, then try again',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'code',
					value: 'errors',
					// Versions of n8n that know no "except" come here with a wrong token, too.
					message: 'CareSoft does not know this domain: use the last part of your login address. If it is right, check the API token.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: { key: 'agents', value: undefined, message: 'This is not an answer of CareSoft: check the host and the domain' },
			},
			// n8n checks each rule by its type; only its types do not foresee both kinds in one list.
		] as ICredentialTestRequest['rules'],
	};
}
