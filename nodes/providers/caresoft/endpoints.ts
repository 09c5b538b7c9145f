/** Hosts of CareSoft (caresoft.md 1). */
export const CARESOFT_HOSTS = {
	primary: 'https://api.caresoft.vn',
	standby: 'https://api2.caresoft.vn',
} as const;

/** CareSoft's limit (caresoft.md 3). */
export const REQUESTS_PER_SECOND = 15;

/** Paths of the calls behind the domain (caresoft.md 5, 7). */
export const PATHS = {
	sendZns: '/api/v1/zalo/zns',
} as const;

/**
 * @param host base URL of the host
 * @param domain the tenant, exactly as CareSoft issued it
 * @param path documented path
 */
export function caresoftUrl(host: string, domain: string, path: string): string {
	return `${host.trim().replace(/\/+$/, '')}/${encodeURIComponent(domain.trim())}${path}`;
}
