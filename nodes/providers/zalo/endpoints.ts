/** The three hosts of Zalo (zalo.md 1.1). There is none for tests. */
export const LIVE_HOSTS = {
	/** ZNS: messages by phone, templates, quotas, quality. */
	business: 'https://business.openapi.zalo.me',
	/** The API of Official Accounts: messages by Zalo user ID. */
	openapi: 'https://openapi.zalo.me',
	/** Tokens. */
	oauth: 'https://oauth.zaloapp.com',
} as const;

export type ZaloHost = keyof typeof LIVE_HOSTS;

/**
 * @param baseUrl what stands in for all three hosts, each below a path of its name; '' for Zalo itself
 * @param path path as documented
 */
export function zaloUrl(baseUrl: string, host: ZaloHost, path: string): string {
	return `${baseUrl === '' ? LIVE_HOSTS[host] : `${baseUrl}/${host}`}${path}`;
}

/** Paths of the calls, each on the host that is documented for it (zalo.md 1.4, 3, 7). */
export const PATHS = {
	messageStatus: '/message/status',
	quality: '/quality',
	quickReplies: '/response/get',
	quota: '/message/quota',
	ratings: '/rating/get',
	renewal: '/v4/oa/access_token',
	sendByHash: '/message/template/hashphone',
	sendByPhone: '/message/template',
	sendByUserId: '/v3.0/oa/message/template',
	template: '/template/info/v2',
	templateSample: '/template/sample-data',
	templates: '/template/all',
} as const;
