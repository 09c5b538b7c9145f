import { publicUrlFault } from '../../../nodes/domain/publicUrl';

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
])('nobody outside can call %s', (url, host) => {
	expect(publicUrlFault(url)).toBe(`${host} cannot be reached from the internet`);
});

it.each(['http://n8n.myshop.vn/x', 'HTTP://n8n.myshop.vn/x'])('eSMS does not call %s', (url) => {
	expect(publicUrlFault(url)).toBe('it does not start with https://');
});

it.each(['', 'n8n.myshop.vn', 'ftp://n8n.myshop.vn/x', 'xhttps://n8n.myshop.vn', 'httpsx://n8n.myshop.vn', 'https://', '/webhook'])('"%s" is no URL', (url) => {
	expect(publicUrlFault(url)).toBe('it is not a URL');
});
