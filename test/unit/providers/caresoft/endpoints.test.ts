import { CARESOFT_HOSTS, caresoftUrl, PATHS, REQUESTS_PER_SECOND } from '../../../../nodes/providers/caresoft/endpoints';

describe('the addresses of CareSoft (caresoft.md 1)', () => {
	it('are host, domain, path', () => {
		expect(caresoftUrl(CARESOFT_HOSTS.primary, 'khachhang01', PATHS.sendZns)).toBe('https://api.caresoft.vn/khachhang01/api/v1/zalo/zns');
		expect(caresoftUrl(CARESOFT_HOSTS.standby, 'khachhang01', PATHS.sendZns)).toBe('https://api2.caresoft.vn/khachhang01/api/v1/zalo/zns');
	});

	it('keep the domain exactly as it was issued', () => {
		expect(caresoftUrl(' https://api.caresoft.vn/ ', ' KhachHang01 ', '/x')).toBe('https://api.caresoft.vn/KhachHang01/x');
	});

	it('do not let a domain become another path or host', () => {
		expect(caresoftUrl('https://api.caresoft.vn', '../a/b?c#d', '/x')).toBe('https://api.caresoft.vn/..%2Fa%2Fb%3Fc%23d/x');
	});
});

it('the default pace is not above the ceiling of 15 requests a second (caresoft.md 3)', () => {
	expect(REQUESTS_PER_SECOND).toBeGreaterThan(0);
	expect(REQUESTS_PER_SECOND).toBeLessThanOrEqual(15);
});
