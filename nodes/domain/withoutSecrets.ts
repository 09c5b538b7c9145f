import { escapeXml } from './xml';

/** Shorter ones cannot be told from ordinary words; no provider issues such. */
const SHORTEST = 6;
const MASK = '***';

/** What every spelling leaves as it is. */
const WORDS = /[A-Za-z0-9]+/g;

const utf8 = new TextEncoder();

/**
 * @param secrets as the credential holds them
 * @returns the text with a mask in place of each secret, as it may stand in a URL, in JSON, in a page and plainly
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
	return secrets
		.map((secret) => secret.trim())
		.filter((secret) => secret.length >= SHORTEST)
		// One that stands in another must not leave the rest of that one.
		.sort((one, other) => other.length - one.length)
		// Hardly any answer holds one: to look for its words takes far less time than to look for its spellings.
		.reduce((masked, secret) => ((secret.match(WORDS) ?? []).every((word) => masked.includes(word)) ? masked.replace(patternOf(secret), MASK) : masked), text);
}

/** Each character in a spelling of its own: encoders differ in what they escape, such as `=` as `\u003d`. */
function patternOf(secret: string): RegExp {
	return new RegExp(secret.replace(/[^A-Za-z0-9]/gu, spellingsOf), 'g');
}

/** @returns a pattern of one character as it is, in JSON, in a URL, in a form and in a page; also written so several times over */
function spellingsOf(character: string): string {
	const plain = String.raw`\\{0,8}` + character.replace(/[\\^$.*+?()[\]{}|]/, String.raw`\$&`);
	const inJson = character.replace(/[^]/g, (unit) => String.raw`\\{1,8}u${hex(unit.charCodeAt(0), 4)}`);
	const inUrl = Array.from(utf8.encode(character), (byte) => `%(?:25){0,4}${hex(byte, 2)}`).join('');
	const code = character.codePointAt(0) ?? 0;
	const [, name = `#${code}`] = /^&(.+);$/.exec(escapeXml(character)) ?? [];
	const inPage = `&(?:amp;){0,4}(?:${name}|#0{0,4}${code}|#[xX]0{0,4}${hex(code, 1)});`;
	return `(?:${[plain, inJson, inUrl, inPage, ...(character === ' ' ? [String.raw`\+`] : [])].join('|')})`;
}

/** @returns a pattern of the number in hexadecimal digits of either case */
function hex(value: number, digits: number): string {
	return value.toString(16).padStart(digits, '0').replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
