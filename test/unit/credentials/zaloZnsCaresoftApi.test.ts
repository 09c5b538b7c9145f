import { ZaloZnsCaresoftApi } from '../../../credentials/ZaloZnsCaresoftApi.credentials';

it('adds the token as CareSoft wants it, without what nobody sees at its ends, beside other headers', async () => {
	const request = { url: 'https://api.caresoft.vn/x', headers: { Accept: 'application/json' } };
	const { headers } = await new ZaloZnsCaresoftApi().authenticate({ apiToken: '\u200bTOKEN-1\u00a0' }, request);
	expect(headers).toEqual({ Accept: 'application/json', Authorization: 'Bearer TOKEN-1' });
});
