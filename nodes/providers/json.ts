/** Strings, or whole numbers of 16 and more digits, which JavaScript would round. */
const STRING_OR_LONG_NUMBER = /"(?:\\.|[^"\\])*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON, keeping whole numbers that are too long for JavaScript as text:
 * IDs of Zalo have 19 digits (esms.md 17.9).
 *
 * @throws SyntaxError where the text is not JSON
 */
export function parseJson(text: string): unknown {
	return JSON.parse(
		text.replace(STRING_OR_LONG_NUMBER, (match) => (match.startsWith('"') ? match : `"${match}"`)),
	) as unknown;
}

/** @returns the parsed JSON, or undefined where the text is not JSON */
export function tryParseJson(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}
