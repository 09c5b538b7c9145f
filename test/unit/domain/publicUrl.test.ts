import { isHttps, publicUrlFault, unreachableFault, withoutPassword } from '../../../nodes/domain/publicUrl';

it.each([
	'https://n8n.myshop.vn/webhook/1',
	'HTTPS://n8n.myshop.vn:5678/webhook?a=1',
	'https://n8n.myshop.vn./webhook',
	'https://8.8.8.8/x',
	'https://172.15.0.1/x',
	'https://172.32.0.1/x',
	'https://192.169.0.1/x',
	'https://169.253.0.1/x',
	'https://11.0.0.1/x',
	'https://10.0.0.1.myshop.vn/x',
	'https://n127.0.0.1.myshop.vn/x',
	'https://localhost.myshop.vn/x',
	'https://mylocalhost.vn/x',
	'https://internal.vn/x',
	'https://10.myshop.vn/x',
	'https://100.63.0.1/x',
	'https://100.128.0.1/x',
	'https://223.255.0.1/x',
	'https://local.vn/x',
	'https://homearpa.vn/x',
	'https://[2606:4700:4700::1111]/x',
	'https://[3fff::1]/x',
	'https://[::ffff:8.8.8.8]/x',
])('eSMS can call %s', (url) => {
	expect(publicUrlFault(url)).toBeUndefined();
});

it.each([
	['https://localhost:5678/webhook', 'localhost'],
	['https://LOCALHOST./webhook', 'localhost'],
	['https://n8n.localhost/x', 'n8n.localhost'],
	['https://n8n.local/x', 'n8n.local'],
	['https://n8n.internal/x', 'n8n.internal'],
	['https://n8n.lan/x', 'n8n.lan'],
	['https://n8n/x', 'n8n'],
	['https://127.0.0.1/x', '127.0.0.1'],
	['https://127.1/x', '127.0.0.1'],
	['https://2130706433/x', '127.0.0.1'],
	['https://0.0.0.0/x', '0.0.0.0'],
	['https://10.1.2.3/x', '10.1.2.3'],
	['https://192.168.1.20/x', '192.168.1.20'],
	['https://169.254.169.254/x', '169.254.169.254'],
	['https://172.16.0.1/x', '172.16.0.1'],
	['https://172.20.0.1/x', '172.20.0.1'],
	['https://172.31.255.1/x', '172.31.255.1'],
	['https://[::1]/x', '[::1]'],
	['https://myshop.vn@127.0.0.1/x', '127.0.0.1'],
	['http://n8n.local/x', 'n8n.local'],
	['https://N8N.Local./x', 'n8n.local'],
	['https://n8n.home.arpa/x', 'n8n.home.arpa'],
	['https://n8n.test/x', 'n8n.test'],
	['https://host.docker.internal/x', 'host.docker.internal'],
	['https://n8n.localdomain/x', 'n8n.localdomain'],
	['https://0x7f.1/x', '127.0.0.1'],
	['https://0177.0.0.1/x', '127.0.0.1'],
	// A VPN such as Tailscale, or a router behind that of the provider.
	['https://100.64.0.1/x', '100.64.0.1'],
	['https://100.101.102.103/x', '100.101.102.103'],
	['https://100.127.255.1/x', '100.127.255.1'],
	['https://224.0.0.1/x', '224.0.0.1'],
	['https://240.0.0.1/x', '240.0.0.1'],
	['https://255.255.255.255/x', '255.255.255.255'],
	['https://[::]/x', '[::]'],
	['https://[fe80::1]/x', '[fe80::1]'],
	['https://[FE80::1]/x', '[fe80::1]'],
	['https://[febf::1]/x', '[febf::1]'],
	['https://[fd12:3456:789a::1]/x', '[fd12:3456:789a::1]'],
	['https://[fc00::1]/x', '[fc00::1]'],
	['https://[ff02::1]/x', '[ff02::1]'],
	['https://[::ffff:127.0.0.1]/x', '[::ffff:7f00:1]'],
	['https://[::ffff:192.168.1.20]/x', '[::ffff:c0a8:114]'],
])('nobody outside can call %s', (url, host) => {
	expect(publicUrlFault(url)).toBe(`${host} cannot be reached from the internet`);
});

it.each(['http://n8n.myshop.vn/x', 'HTTP://n8n.myshop.vn/x'])('eSMS does not call %s', (url) => {
	expect(publicUrlFault(url)).toBe('it does not start with https://');
});

it.each(['', 'n8n.myshop.vn', 'ftp://n8n.myshop.vn/x', 'xhttps://n8n.myshop.vn', 'httpsx://n8n.myshop.vn', 'https://', '/webhook', `https://n8n.myshop.vn/${'a'.repeat(9_000)}`])('"%s" is no URL', (url) => {
	expect(publicUrlFault(url)).toBe('it is not a URL');
});

it.each(['http://n8n.myshop.vn/x', 'HTTP://n8n.myshop.vn/x'])('somebody can call %s, though not encrypted', (url) => {
	expect([unreachableFault(url), isHttps(url)]).toEqual([undefined, false]);
	expect(isHttps('HTTPS://n8n.myshop.vn/x')).toBe(true);
});

it.each([
	['https://an:secret@n8n.myshop.vn/x', 'https://***@n8n.myshop.vn/x'],
	['https://an:sec/ret@n8n.myshop.vn/x', 'https://***@n8n.myshop.vn/x'],
	['https://an:sec@ret@n8n.myshop.vn/x', 'https://***@n8n.myshop.vn/x'],
	['https://an:secret', 'https://an:secret'],
	['https://:secret@n8n.myshop.vn/x', 'https://***@n8n.myshop.vn/x'],
	['https://n8n.myshop.vn/x?to=an@myshop.vn', 'https://n8n.myshop.vn/x?to=an@myshop.vn'],
	['https://n8n.myshop.vn/x', 'https://n8n.myshop.vn/x'],
])('a message shows %s without its password', (url, shown) => {
	expect(withoutPassword(url)).toBe(shown);
});
