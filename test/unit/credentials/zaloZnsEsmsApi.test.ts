import type { IHttpRequestOptions } from 'n8n-workflow';
import { ZaloZnsEsmsApi } from '../../../credentials/ZaloZnsEsmsApi.credentials';

const KEYS = { apiKey: '\u200bKEY-1 \ufeff', secretKey: 'SECRET-1' };
const authenticate = async (request: Partial<IHttpRequestOptions>, keys = KEYS) =>
	await new ZaloZnsEsmsApi().authenticate(keys, { url: 'https://rest.esms.vn/x', ...request });

it('adds the keys to the body of a POST', async () => {
	expect((await authenticate({ method: 'POST', body: { OAID: '1' } })).body).toEqual({ OAID: '1', ApiKey: 'KEY-1', SecretKey: 'SECRET-1' });
});

it('adds the keys to the query of a GET', async () => {
	expect((await authenticate({ method: 'GET', qs: { RefId: '1' } })).qs).toEqual({ RefId: '1', ApiKey: 'KEY-1', SecretKey: 'SECRET-1' });
});

it('fills the keys into the path that has places for them', async () => {
	const { url, qs } = await authenticate({ method: 'GET', url: 'https://rest.esms.vn/{ApiKey}/{SecretKey}' }, { apiKey: 'a/b', secretKey: 's' });
	expect(url).toBe('https://rest.esms.vn/a%2Fb/s');
	expect(qs).toBeUndefined();
});

it('fills the keys into the first places of a text, escaped for XML, and leaves the rest of the text alone', async () => {
	const body = '<RQST><APIKEY>{ApiKey}</APIKEY><SECRETKEY>{SecretKey}</SECRETKEY><CONTENT>{ApiKey} {SecretKey}</CONTENT></RQST>';
	expect((await authenticate({ method: 'POST', body }, { apiKey: "a&$&<'", secretKey: '$1' })).body).toBe(
		'<RQST><APIKEY>a&amp;$&amp;&lt;&apos;</APIKEY><SECRETKEY>$1</SECRETKEY><CONTENT>{ApiKey} {SecretKey}</CONTENT></RQST>',
	);
});
