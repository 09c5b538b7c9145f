import { esmsUrl, PATHS } from '../../../../nodes/providers/esms/endpoints';

describe('esmsUrl', () => {
	it('knows the three hosts of eSMS (esms.md 1.1)', () => {
		expect(esmsUrl('https://rest.esms.vn', 'rest', '/x/')).toBe('https://rest.esms.vn/x/');
		expect(esmsUrl('https://rest.esms.vn', 'voice', '/x/')).toBe('https://voiceapi.esms.vn/x/');
		expect(esmsUrl('https://rest.esms.vn', 'status', '/x/')).toBe('https://status-sms.esms.vn/x/');
		expect(esmsUrl('http://REST.esms.vn/', 'voice', '/x/')).toBe('https://voiceapi.esms.vn/x/');
	});

	it.each(['', '  ', 'https://rest.esms.vn/', ' https://rest.esms.vn// '])('takes "%s" for the live service', (baseUrl) => {
		expect(esmsUrl(baseUrl, 'status', '/x')).toBe('https://status-sms.esms.vn/x');
	});

	it.each(['rest', 'voice', 'status'] as const)('another base URL stands in for the host %s', (host) => {
		expect(esmsUrl(' http://127.0.0.1:9000// ', host, '/x/')).toBe('http://127.0.0.1:9000/x/');
	});
});

it('PATHS are those of the reference, with their trailing slashes (esms.md 0.3)', () => {
	const base = '/MainService.svc/json';
	expect(PATHS).toMatchObject({
		balance: `${base}/GetBalance_json`,
		brandnames: `${base}/GetListBrandname/{ApiKey}/{SecretKey}`,
		officialAccounts: `${base}/ZNS/GetListZOA/`,
		sendSms: `${base}/SendMultipleMessage_V4_post_json/`,
		sendZns: `${base}/SendZaloMessage_V6/`,
		template: `${base}/GetZnsTemplateInfo`,
		templates: `${base}/GetTemplate/`,
	});
});
