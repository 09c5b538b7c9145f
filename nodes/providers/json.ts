/** Deeper than any answer; what n8n does with an item takes one call for each level, and there are some thousand of them. */
const MOST_LEVELS = 100;

/**
 * Strings, brackets and numbers. A string that is cut off counts up to its end: without that, a long one would be
 * tried again from each of its quotes.
 */
const PARTS = /"(?:\\.|[^"\\]+)*"?|[[\]{}]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** Whole numbers of 16 and more digits, which JavaScript would round. */
const LONG = /^-?\d{16,}$/;

/**
 * Parses JSON, keeping numbers that are too long or too large for JavaScript as text:
 * IDs of Zalo have 19 digits (esms.md 17.9).
 *
 * @throws SyntaxError where the text is not JSON, or nested more than 100 levels deep
 */
export function parseJson(text: string): unknown {
	// Most of what is no JSON shows that at its beginning.
	JSON.parse(text);
	let level = 0;
	const exact = text.replace(PARTS, (part) => {
		switch (part[0]) {
			case '"':
				return part;
			case '[':
			case '{':
				if (++level > MOST_LEVELS) throw new SyntaxError(`More than ${MOST_LEVELS} levels of JSON`);
				return part;
			case ']':
			case '}':
				level--;
				return part;
			default:
				return LONG.test(part) || !Number.isFinite(Number(part)) ? `"${part}"` : part;
		}
	});
	return JSON.parse(exact) as unknown;
}

/** @returns the parsed JSON, or undefined where the text is not JSON */
export function tryParseJson(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}
