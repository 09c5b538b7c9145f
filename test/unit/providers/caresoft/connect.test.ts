import { connect, readDomain, webhookSecretsOf } from '../../../../nodes/providers/caresoft/connect';
import { answerOf, recordingTransport } from '../recordingTransport';

const FILLED = { apiToken: 'API-TOKEN', domain: 'khachhang01', host: 'https://api.caresoft.vn' };
const { transport } = recordingTransport(() => answerOf(''));

function connected(change: object) {
	const connection = connect({ ...FILLED, ...change });
	if (!connection.ok) throw new Error(connection.fault);
	return { ...connection.value, ...connection.value.over(transport) };
}

it('takes domain, host and token from the credential, and keeps the token out of answers', () => {
	expect(connected({})).toMatchObject({ domain: 'khachhang01', host: 'https://api.caresoft.vn', live: true, secrets: ['API-TOKEN'], transport });
});

it.each([
	['https://caresoft.vn', 'https://caresoft.vn', true],
	['https://api.caresoft.vn/', 'https://api.caresoft.vn', true],
	['https://api.caresoft.vn.example.com', 'https://api.caresoft.vn.example.com', false],
	['https://mycaresoft.vn', 'https://mycaresoft.vn', false],
	['http://127.0.0.1:9/care', 'http://127.0.0.1:9/care', false],
	// Whole addresses of calls (caresoft.md 1).
	['https://api.caresoft.vn/khachhang01/api/v1', 'https://api.caresoft.vn', true],
	['https://api.caresoft.vn/khachhang01/api/v1/tickets/5', 'https://api.caresoft.vn', true],
	['https://proxy.example.com/care/khachhang01/API/V12/tickets', 'https://proxy.example.com/care', false],
	['https://proxy.example.com/api/v1', 'https://proxy.example.com', false],
	['https://proxy.example.com/x/api/v1beta', 'https://proxy.example.com/x/api/v1beta', false],
	['https://proxy.example.com/x/api/version', 'https://proxy.example.com/x/api/version', false],
])('with a host of its own, %s, calls go to %s; live: %p', (customHost, host, live) => {
	expect(connected({ host: 'custom', customHost })).toMatchObject({ host, live });
});

it.each([
	[{ apiToken: ' ' }, 'The API Token of the credential is empty'],
	[{ domain: '' }, 'The Domain of the credential is empty'],
	[{ host: 'my server' }, 'The Host of the credential is not a URL'],
	[{ host: '' }, 'The Host of the credential is empty'],
	[{ host: 'custom', customHost: '' }, 'The Custom Host URL of the credential is empty'],
])('%j is refused', (change, fault) => {
	expect(connect({ ...FILLED, ...change })).toMatchObject({ ok: false, fault: expect.stringContaining(fault) as string });
});

it.each([
	'khachhang01', ' khachhang01\u200b', 'https://caresoft.vn/khachhang01', 'http://caresoft.vn/khachhang01/login?a=1', 'caresoft.vn/khachhang01#x', 'HTTPS://API.CareSoft.vn//khachhang01', '///khachhang01', 'khachhang01/login', 'khachhang01/caresoft.vn',
])('%j names the domain khachhang01', (given) => {
	expect(readDomain(given)).toEqual({ ok: true, value: 'khachhang01' });
});

it.each(['a-b_c.d', '-a', 'caresoft.vnx', 'a.caresoft.vn.b'])('the domain %s is one as it stands', (given) => {
	expect(readDomain(given)).toEqual({ ok: true, value: given });
});

it.each([['two words'], ['.a'], ['khách'], ['ahttps://b'], ['khachhang01/api\n/v1']])('%j is no domain', (given) => {
	expect(readDomain(given)).toMatchObject({ ok: false, fault: expect.stringContaining('is not the last part of a login address') as string });
});

it.each([[''], [undefined], [null], ['https://caresoft.vn/'], ['https://caresoft.vn']])('%j lacks the domain', (given) => {
	expect(readDomain(given)).toMatchObject({ ok: false, fault: expect.stringContaining('The Domain of the credential is empty') as string });
});

it.each([
	[{ webhookSecret: ' new\n', previousWebhookSecret: 'old' }, ['new', 'old']],
	[{ webhookSecret: 'new', previousWebhookSecret: '' }, ['new']],
	[{ webhookSecret: null, previousWebhookSecret: 'old' }, ['old']],
	[{ webhookSecret: ' \u200b' }, []],
	[{}, []],
])('webhooks of %j may be signed with %j', (credential, secrets) => {
	expect(webhookSecretsOf(credential)).toEqual(secrets);
});
