/** How n8n 2.41 names a request that its egress rules (`N8N_SSRF_PROTECTION_ENABLED`) have stopped before it left. */
const BLOCKED = new Set(['SsrfBlockedIpError', 'SsrfBlockedHostnameError']);
const DEPTH = 4;

/** @returns whether n8n itself refused to make a request, because of where it would go */
export function isBlockedByEgressRules(error: unknown): boolean {
	for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < DEPTH; depth++) {
		const { name, cause } = at as { name?: unknown; cause?: unknown };
		if (BLOCKED.has(String(name))) return true;
		at = cause;
	}
	return false;
}
