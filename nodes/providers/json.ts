/** Deeper than any answer; what n8n does with an item takes one call for each level, and there are some thousand of them. */
const MOST_LEVELS = 100;

/**
 * Strings, brackets and numbers. A string that is cut off counts up to its end: without that, a long one would be
 * tried again from each of its quotes.
 */
const PARTS = /"(?:\\.|[^"\\]+)*"?|[[\]{}]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** Whole numbers of 16 and more digits, which JavaScript would round. */
const LONG = /^-?\d{16,}$/;

/** Without any of these, each number of a text is what JavaScript makes of it. */
const SUSPECT = /\d{16}|\d[eE][+-]?\d{3}/;

/** How some languages write every number of a kind, whatever it is. */
const FLOAT = /\.0$/;

/**
 * Parses JSON, keeping numbers that are too long or too large for JavaScript as text:
 * IDs of Zalo have 19 digits (esms.md 17.9). What nobody sees at its ends, such as the mark with which some servers begin
 * a text, is no part of it.
 *
 * @param asWritten whether every number that JavaScript would write otherwise is kept as text: 150.000 and 12e5 of a user are not 150 and 1200000
 * @throws SyntaxError where the text is not JSON, or nested more than 100 levels deep
 */
export function parseJson(text: string, asWritten = false): unknown {
	const plain = text.trim();
	// Most of what is no JSON shows that at its beginning.
	const parsed: unknown = JSON.parse(plain);
	// Nor can so short a text have too many levels, each of which takes two characters.
	if (!asWritten && plain.length <= 2 * MOST_LEVELS && !SUSPECT.test(plain)) return parsed;
	let level = 0;
	const exact = plain.replace(PARTS, (part) => {
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
				return LONG.test(part) || !Number.isFinite(Number(part)) || (asWritten && String(Number(part)) !== part.replace(FLOAT, '')) ? `"${part}"` : part;
		}
	});
	return exact === plain ? parsed : (JSON.parse(exact) as unknown);
}

/** @returns the parsed JSON, or undefined where the text is not JSON */
export function tryParseJson(text: string, asWritten?: boolean): unknown {
	try {
		return parseJson(text, asWritten);
	} catch {
		return undefined;
	}
}
