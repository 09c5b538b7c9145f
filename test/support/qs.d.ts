/** The query parser of n8n's web server; it ships no types. */
declare module 'qs' {
	export function parse(query: string, options?: { allowPrototypes?: boolean }): Record<string, unknown>;
}
