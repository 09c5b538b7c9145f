/** @returns the query of an URL as Express hands it over: decoded once, repeated keys as lists */
export function expressQuery(url: string): Record<string, string | string[]> {
	const query: Record<string, string | string[]> = {};
	for (const [key, value] of new URL(url).searchParams) {
		const before = query[key];
		query[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
	}
	return query;
}
