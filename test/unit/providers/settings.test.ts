import fc from 'fast-check';
import { providers } from '../../../nodes/providers';
import { readKey, readServiceUrl } from '../../../nodes/providers/settings';

const KEYS = { apiKey: 'AAAABBBBCCCC', secretKey: 'DDDDEEEEFFFF' };
const CARESOFT = { domain: 'khachhang01', apiToken: 'TTTTUUUU', host: 'https://api.caresoft.vn' };

const esmsBase = (baseUrl: unknown) => {
	const connection = providers.esms.connect({ ...KEYS, baseUrl });
	return connection.ok ? connection.value.over(async () => await Promise.reject(new Error())).baseUrl : connection.fault;
};
const caresoft = (more: object) => {
	const connection = providers.caresoft.connect({ ...CARESOFT, ...more });
	if (!connection.ok) return connection.fault;
	const { domain, host } = connection.value.over(async () => await Promise.reject(new Error()));
	return `${host}/${domain}`;
};

describe('the base URL of eSMS', () => {
	it.each([
		['https://rest.esms.vn', 'https://rest.esms.vn'],
		['https://rest.esms.vn/', 'https://rest.esms.vn'],
		['rest.esms.vn', 'https://rest.esms.vn'],
		['', 'https://rest.esms.vn'],
		[undefined, 'https://rest.esms.vn'],
		['\u200Bhttps://rest.esms.vn\u00A0', 'https://rest.esms.vn'],
		['https://rest.esms.vn/MainService.svc/json/', 'https://rest.esms.vn'],
		['https://rest.esms.vn/MainService.svc/json/SendZaloMessage_V6/', 'https://rest.esms.vn'],
		['http://127.0.0.1:4010/esms', 'http://127.0.0.1:4010/esms'],
		['proxy.example.com:8443/esms/', 'https://proxy.example.com:8443/esms'],
	])('%j means %s', (given, means) => expect(esmsBase(given)).toBe(means));

	it.each(['ftp://rest.esms.vn', 'https://', 'rest esms vn', 'http//127.0.0.1:4010', 'mailto:a@b.vn', 'https://rest.esms.vn?x=1', 'javascript:alert(1)'])('%j is refused before anything is asked', (given) => {
		expect(esmsBase(given)).toMatch(/^The Base URL of the credential is not a URL: "/);
	});
});

describe('the address of CareSoft', () => {
	it.each([
		[{}, 'https://api.caresoft.vn/khachhang01'],
		[{ domain: 'https://caresoft.vn/khachhang01' }, 'https://api.caresoft.vn/khachhang01'],
		[{ domain: 'caresoft.vn/khachhang01/' }, 'https://api.caresoft.vn/khachhang01'],
		[{ domain: 'https://web.caresoft.vn/khachhang01/#/tickets' }, 'https://api.caresoft.vn/khachhang01'],
		[{ domain: '/khachhang01' }, 'https://api.caresoft.vn/khachhang01'],
		[{ domain: ' khachhang01\u200B' }, 'https://api.caresoft.vn/khachhang01'],
		[{ host: 'custom', customHost: 'proxy.example.com/' }, 'https://proxy.example.com/khachhang01'],
	])('%j means %s', (more, means) => expect(caresoft(more)).toBe(means));

	it.each([
		[{ host: 'custom', customHost: '' }, 'The Custom Host URL of the credential is empty'],
		[{ host: 'custom', customHost: 'not a url' }, 'The Custom Host URL of the credential is not a URL: "not a url"'],
		[{ domain: '' }, 'The Domain of the credential is empty'],
		[{ domain: '..' }, 'The Domain of the credential, "..", is not'],
		[{ domain: 'https://caresoft.vn/' }, 'The Domain of the credential is empty'],
		[{ domain: 'khách hàng' }, 'The Domain of the credential, "khách hàng", is not the last part of a login address'],
		[{ apiToken: '' }, 'The API Token of the credential is empty'],
	])('%j is refused: %s', (more, fault) => expect(caresoft(more)).toContain(fault));
});

describe('keys', () => {
	it.each(['\u200BAAAA', 'AAAA\u200B', ' AAAA\n', '\uFEFFAAAA\u00A0', '\u2060AAAA'])('%j is trimmed: pages and chats add what nobody sees', (given) => {
		expect(readKey('API Key', given)).toEqual({ ok: true, value: 'AAAA' });
	});

	it('nor does a password in an address', () => {
		expect(JSON.stringify(providers.esms.connect({ ...KEYS, baseUrl: 'http://user:secretpass@ho st/' }))).not.toContain('secretpass');
	});

	it('never stand in a message', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 8 }), (given) => {
				const key = readKey('API Key', `${given} é secret`);
				expect(key.ok).toBe(false);
				expect(JSON.stringify(key)).not.toContain('secret');
			}),
		);
	});
});

it('an address is either refused in a sentence or can be asked', () => {
	fc.assert(
		fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.domain()), (given) => {
			const read = readServiceUrl('Base URL', given);
			if (read.ok) expect(URL.canParse(`${read.value}/MainService.svc`)).toBe(true);
			else expect(read.fault).toMatch(/^The Base URL of the credential is (empty|not a URL)/);
		}),
	);
});
