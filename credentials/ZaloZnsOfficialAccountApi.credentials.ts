import type { ICredentialType, INodeProperties } from 'n8n-workflow';

// A placeholder, as far as the trigger needs it: the node that sends through Zalo will test it.
// eslint-disable-next-line @n8n/community-nodes/credential-test-required
export class ZaloZnsOfficialAccountApi implements ICredentialType {
	name = 'zaloZnsOfficialAccountApi';

	displayName = 'Zalo Official Account API';

	icon = { light: 'file:../icons/zns.svg', dark: 'file:../icons/zns.dark.svg' } as const;

	documentationUrl = 'https://developers.zalo.me/docs';

	properties: INodeProperties[] = [
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 2074138120372622546',
			description: 'ID of your app in the app console of Zalo',
		},
		{
			displayName: 'OA Secret Key',
			name: 'oaSecretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'From the page Webhook of the app console; not the secret key of the app. Needed only for the ZNS Delivery Trigger.',
		},
	];
}
