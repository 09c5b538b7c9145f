/** How many digits stay readable at each end, so that a shop still recognises its customer. */
const SHOWN = 3;

/** A hashed phone number: it can be found out by trying all phone numbers. */
const HASH = String.raw`(?<hash>(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f]))`;

/** IDs of messages and requests, in which digits mean nothing: hexadecimal digits with a letter among them, or a UUID. */
const ID = String.raw`(?<![0-9a-z])(?:(?=\d*[a-f])[0-9a-f]{24,63}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z])`;

/** Digits with what may stand between them: spaces, dashes, dots, brackets, invisible marks. */
const NUMBER = String.raw`(?<number>\+?\p{Nd}(?:[\p{Z}\p{Pd}\p{Cf}\s.()[\]]{0,3}\p{Nd})+)`;

const MASKABLE = new RegExp(`${HASH}|${ID}|${NUMBER}`, 'giu');

/** Too long for an amount or a code; customers are known by longer numbers. */
const LONG_RUN = /\p{Nd}{7}/u;

/** The beginning of a phone number that is written in groups; dates and amounts begin otherwise. */
const PHONE_START = /^(?:\+|0|84)/;
const PHONE_DIGITS = 9;

/**
 * Masks a number that stands for a person: a phone number or a Zalo user ID, also a broken one. Titles of
 * errors go into the log of n8n, where no personal data belongs; the item itself holds the number in full.
 *
 * @returns the text with its first and last digits, e.g. `090***484`; fewer of them where there are few
 */
export function maskPhone(text: string): string {
	let count = 0;
	const first: RegExpExecArray[] = [];
	const last: RegExpExecArray[] = [];
	for (const digit of text.matchAll(/\p{Nd}/gu)) {
		if (count++ <= SHOWN) first.push(digit);
		last.push(digit);
		// A list of all digits of a long text would be far longer than the text.
		if (last.length > SHOWN + 1) last.shift();
	}
	const shown = Math.min(SHOWN, Math.floor((count - 1) / 3));
	const from = first[shown];
	const to = last.at(-shown - 1);
	if (!from || !to) return text;
	return `${text.slice(0, from.index)}***${text.slice(to.index + to[0].length)}`;
}

/**
 * Masks what may stand for a person in a text: seven digits and more in a row, a phone number written in
 * groups, a hashed phone number. IDs of messages, dates, codes and amounts in groups stay as they are.
 *
 * @param text words of a provider or a value that a user gave
 */
export function maskNumbers(text: string): string {
	return text.replace(MASKABLE, (found: string, ...rest: unknown[]) => {
		const { hash, number } = rest.at(-1) as { hash?: string; number?: string };
		if (hash) return `${hash.slice(0, SHOWN)}***${hash.slice(-SHOWN)}`;
		return number && (LONG_RUN.test(number) || isGroupedPhone(number)) ? maskPhone(number) : found;
	});
}

/** @returns a copy of an answer of a provider with its texts and numbers masked */
export function maskAnswer(answer: unknown): unknown {
	return JSON.parse(JSON.stringify(answer ?? null, (_key, value: unknown) => {
		if (typeof value !== 'string' && typeof value !== 'number') return value;
		const masked = maskNumbers(String(value));
		return masked === String(value) ? value : masked;
	}));
}

function isGroupedPhone(number: string): boolean {
	return PHONE_START.test(number) && number.replace(/\P{Nd}/gu, '').length >= PHONE_DIGITS;
}
