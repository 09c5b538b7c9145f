import { webhookKeysOf } from '../../../../nodes/providers/zalo/webhookKeys';

it.each([
	[{ appId: '2074138120372622546', oaSecretKey: 'oa-key' }, { appId: '2074138120372622546', oaSecretKey: 'oa-key' }],
	[{ appId: ' 2074138120372622546\u200b', oaSecretKey: '\ufeffoa-key\n' }, { appId: '2074138120372622546', oaSecretKey: 'oa-key' }],
	[{ appId: 5, appSecret: 'x' }, { appId: '5', oaSecretKey: '' }],
	[{ appId: null, oaSecretKey: undefined }, { appId: '', oaSecretKey: '' }],
	[{}, { appId: '', oaSecretKey: '' }],
])('of %j are %j', (credential, keys) => {
	expect(webhookKeysOf(credential)).toEqual(keys);
});
