/** Hosts of CareSoft (caresoft.md 1). */
export const CARESOFT_HOSTS = {
	primary: 'https://api.caresoft.vn',
	standby: 'https://api2.caresoft.vn',
} as const;

/** CareSoft's limit (caresoft.md 3). */
export const REQUESTS_PER_SECOND = 15;

/** Paths of the calls behind the domain (caresoft.md 5 to 9); one ticket or contact is its path and its ID. */
export const PATHS = {
	agents: '/api/v1/agents',
	campaigns: '/api/v1/campaigns',
	contactCustomFields: '/api/v1/contacts/custom_fields',
	contacts: '/api/v1/contacts',
	contactsByPhone: '/api/v1/contactsByPhone',
	groups: '/api/v1/groups',
	sendSms: '/api/v1/sms',
	sendZns: '/api/v1/zalo/zns',
	services: '/api/v1/services',
	ticketCustomFields: '/api/v1/tickets/custom_fields',
	tickets: '/api/v1/tickets',
	zaloUserStatus: '/api/v1/zalo/user-status',
} as const;

/**
 * @param host base URL of the host
 * @param domain the tenant, exactly as CareSoft issued it
 * @param path documented path
 */
export function caresoftUrl(host: string, domain: string, path: string): string {
	return `${host.trim().replace(/\/+$/, '')}/${encodeURIComponent(domain.trim())}${path}`;
}
