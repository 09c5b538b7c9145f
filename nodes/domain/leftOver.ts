import { quote } from './text';

/** What JavaScript and luxon write for a date that they could not read. */
const NO_DATE = /Invalid (?:DateTime|Duration|Interval|Date(?!\p{Ll}))|^Invalid date$/u;

/** How JavaScript writes an object inside a text, and n8n's editor in the preview of an expression. */
const OBJECT = /\[object [A-Z]\w*\]|\[(?:Object: \{|Array: \[)/;

/**
 * What stands for nothing. A whole text of it; `undefined` that begins or ends a text or sticks to another character, as
 * joining with `+` gives it; NaN as an amount or a date. The word `undefined` inside a sentence is one, and "Null" and "NULL" are
 * names: only the spelling of JavaScript is certain.
 */
const NOTHING =
	/^(?:(?:undefined|null|NaN)\s*)+$|(?<![\s\p{Ps}\p{Pi}"'])undefined|undefined(?![\s\p{Pe}\p{Pf}\p{Po}])|(?<![\p{L}\p{N}])NaN(?=\s?(?:₫|đ|VND|VNĐ|%)|[^\p{L}\p{N}\s]NaN)/u;

/** Where an expression begins that nobody worked out, and where it ends. */
const EXPRESSIONS = [['{{', '}}'], ['${', '}'], ['$json.', ''], ['$json[', '']] as const;

/**
 * Finds what an expression leaves in a text where it met nothing, gave an object, or was not worked out: what nobody wants to
 * read, and what two messages should not have in common.
 *
 * @returns what is wrong with the text and what to do, as the rest of a sentence that begins with its name; undefined where nothing is
 */
export function leftOverFault(text: string): string | undefined {
	const noDate = NO_DATE.exec(text)?.[0];
	if (noDate !== undefined) {
		return `${found(text, noDate)}, because a date could not be read: give the date as it is in your data, or read one such as 21/11/2026 with {{ DateTime.fromFormat($json.date, 'dd/MM/yyyy') }}`;
	}
	const object = OBJECT.exec(text)?.[0];
	if (object !== undefined) return `${found(text, object)}, which stands for several values: name the one that is meant in the expression`;
	const nothing = NOTHING.exec(text)?.[0];
	if (nothing !== undefined) return `${found(text, nothing.trim())}, which an expression gives where it finds no value: check the name of the field in it`;
	const expression = expressionIn(text);
	if (expression !== undefined) return `${found(text, expression)}, an expression that was not worked out: switch the field to Expression, or write the value itself`;
	return undefined;
}

function found(text: string, part: string): string {
	return `${part === text ? 'is' : 'holds'} ${quote(part)}`;
}

function expressionIn(text: string): string | undefined {
	for (const [opening, closing] of EXPRESSIONS) {
		const from = text.indexOf(opening);
		const end = from < 0 ? -1 : text.indexOf(closing, from);
		if (end >= 0) return closing === '' ? /^\S+/.exec(text.slice(from))?.[0] : text.slice(from, end + closing.length);
	}
	return undefined;
}
