import { NodeHelpers, type IHttpRequestOptions } from 'n8n-workflow';
import { ZaloZnsOfficialAccountApi } from '../../../credentials/ZaloZnsOfficialAccountApi.credentials';

const type = new ZaloZnsOfficialAccountApi();
const REQUEST = { method: 'POST', url: 'https://business.openapi.zalo.me/message/template', body: { phone: '84987654321' }, headers: { Accept: 'application/json' } } satisfies IHttpRequestOptions;
const FILLED = { appId: '2074138120372622546', appSecret: 'test-app-secret', refreshToken: 'REFRESH-TOKEN', baseUrl: 'http://127.0.0.1:9', accessToken: 'test-access-token' };

it('adds the access token as a bare header, and nothing to body or URL (zalo.md 1.2)', async () => {
	expect(await type.authenticate({ ...FILLED, accessToken: ' test-access-token\u200b' }, REQUEST)).toEqual({ ...REQUEST, headers: { Accept: 'application/json', access_token: 'test-access-token' } });
});

it('adds no access token that came with another refresh token, application or host, whoever makes the call', async () => {
	const { headers } = await type.authenticate({ ...FILLED, issuedWith: '0123456789abcdef' }, REQUEST);
	expect(headers?.access_token).toBe('');
});

it('adds the proof where it is switched on (zalo.md 1.4)', async () => {
	const { headers } = await type.authenticate({ ...FILLED, useProof: true }, REQUEST);
	expect(headers?.appsecret_proof).toBe('c7a7a56a58d03b05def128144d755b6c5bd4ba6b88fbfd8a59a909c862e52d7b');
});

it('fetches a new pair with one request, under the names of its fields', async () => {
	const httpRequest = jest.fn().mockResolvedValue({ statusCode: 200, headers: {}, body: '{"access_token":"A2","refresh_token":"R2","expires_in":"90000"}' });
	const output = await type.preAuthentication.call({ helpers: { httpRequest } }, FILLED);
	expect(output).toMatchObject({ accessToken: 'A2', refreshToken: 'R2' });
	const names = type.properties.map(({ name }) => name);
	expect(Object.keys(output).filter((name) => !names.includes(name))).toEqual([]);
	expect(httpRequest).toHaveBeenCalledTimes(1);
	expect(httpRequest).toHaveBeenCalledWith(expect.objectContaining({ method: 'POST', url: 'http://127.0.0.1:9/oauth/v4/oa/access_token', headers: expect.objectContaining({ secret_key: 'test-app-secret' }) as object }));
});

it('an error on the way there keeps where it broke, and drops the request with its secrets', async () => {
	const broken = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect', config: { data: 'REFRESH-TOKEN', headers: { secret_key: 'test-app-secret' } } });
	const thrown: unknown = await type.preAuthentication.call({ helpers: { httpRequest: jest.fn().mockRejectedValue(broken) } }, FILLED).catch((error: unknown) => error);
	expect(thrown).toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect' });
	expect(Object.keys(thrown as object)).not.toContain('config');
});

it.each([{ appId: '' }, { appSecret: '' }, { refreshToken: '{{ $secrets.zalo }}' }, { refreshToken: '' }])('spends nothing with a wrong setting: %j', async (change) => {
	const httpRequest = jest.fn();
	await expect(type.preAuthentication.call({ helpers: { httpRequest } }, { ...FILLED, ...change })).rejects.toThrow('of the credential');
	expect(httpRequest).not.toHaveBeenCalled();
});

it('is fetched by n8n where its token is empty: the one hidden field that expires', () => {
	expect(type.properties.filter(({ type: kind, typeOptions }) => kind === 'hidden' && typeOptions?.expirable).map(({ name }) => name)).toEqual(['accessToken']);
});

it('hands an expression in the refresh token on as it is written', () => {
	const worked = NodeHelpers.getNodeParameters(type.properties, { refreshToken: '={{ $vars.token }}' }, true, false, null, null);
	expect(worked?.refreshToken).toBe('{{ $vars.token }}');
});
