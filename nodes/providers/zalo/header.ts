/**
 * @param name in any case; whatever stands before n8n may write names as it likes
 * @returns the value of a header; undefined where there is none
 */
export function headerIn(headers: Record<string, unknown>, name: string): unknown {
	const found = Object.keys(headers).find((one) => one.toLowerCase() === name.toLowerCase());
	return found === undefined ? undefined : headers[found];
}
