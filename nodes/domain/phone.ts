import { createHash } from 'crypto';
import { pass, refuse, type Checked } from './checked';
import { quotePhone } from './text';

const EXAMPLE = 'e.g. 0901888484 or +84901888484';

/** A Vietnamese mobile number in national form: 03, 05, 07, 08 or 09 and eight more digits. */
const MOBILE = /^0[35789]\d{8}$/;

/** One such number in any of its forms, and several of them in a row. */
const ONE = /(?:(?:\+|00)?84|0)[35789]\d{8}/g;
const SEVERAL = /^(?:(?:(?:\+|00)?84|0)[35789]\d{8})+$/;

/** What people put between two numbers. */
const BETWEEN = /[,;/|&]|hoặc|hoac|hay|và|or|and/gi;

/** Longer than any way to write a number. */
const LONGEST = 100;

/** Characters people and spreadsheets put between digits: spaces, dashes, dots, brackets, invisible marks. */
const SEPARATORS = /[\p{Z}\p{Pd}\p{Cf}\s.()[\]]/gu;

/**
 * Reads a Vietnamese mobile number as people write it: `0…`, `84…`, `+84…`, `0084…`, also `+84 (0)…`,
 * with spaces, dots, dashes and brackets.
 *
 * @param value what the user gave
 * @returns the national form `0901888484`, which the samples of the providers use
 * (esms.md 1.7); or what is wrong with the value
 */
export function parsePhone(value: unknown): Checked<string> {
	if (typeof value !== 'string' && typeof value !== 'number') {
		return refuse(`A phone number is needed, ${EXAMPLE}, but the value is ${describe(value)}`);
	}
	if (typeof value === 'number' && (!Number.isSafeInteger(value) || value < 0)) {
		return refuse(`${quotePhone(String(value))} is not a phone number, ${EXAMPLE}`);
	}
	const given = String(value);
	// A footnote mark or a circled figure is no digit of the number, although Unicode can make one of it.
	if (given.length > LONGEST || /\p{No}/u.test(given)) return refuse(`${quotePhone(given)} is not a phone number, ${EXAMPLE}`);
	const compact = given.normalize('NFKC').replace(SEPARATORS, '');
	if (compact === '') return refuse(`A phone number is needed, ${EXAMPLE}, but the value is empty`);
	const several = countIn(compact);
	if (several > 1) return refuse(`${quotePhone(given)} holds ${several === 2 ? 'two' : several} phone numbers: give one per item`);
	if (!/^\+?\d+$/.test(compact)) {
		return refuse(`${quotePhone(given)} is not a phone number: only digits, +, spaces, dots, dashes and brackets are allowed, ${EXAMPLE}`);
	}

	const national = toNational(compact);
	if (national === undefined) {
		return refuse(`${quotePhone(given)} is a number outside Vietnam: only Vietnamese mobile numbers can be reached, ${EXAMPLE}`);
	}
	if (MOBILE.test(national)) return pass(national);
	return refuse(`${quotePhone(given)} ${reason(national)}, ${EXAMPLE}`);
}

/** Reads a phone number as a provider tells it: one that comes as a number in JSON has lost its leading 0. */
export function parseToldPhone(value: string): Checked<string> {
	return parsePhone(value.trim().replace(/^(?=\d{9}$)/, '0'));
}

/** @returns how many mobile numbers a text is made of, with what people put between them; 0 where it is anything else */
function countIn(compact: string): number {
	const numbers = compact.replace(BETWEEN, '');
	return SEVERAL.test(numbers) ? (numbers.match(ONE)?.length ?? 0) : 0;
}

/** @returns the number without a leading 0 and with the country code, e.g. `84901888484`, as Zalo writes it (zalo.md 3.1) */
export function toInternational(national: string): string {
	return `84${national.slice(1)}`;
}

/** @returns SHA-256 of the number in its 84 form as 64 lower-case hexadecimal digits (esms.md 3.3, zalo.md 3.5) */
export function hashPhone(national: string): string {
	return createHash('sha256').update(toInternational(national)).digest('hex');
}

/** @returns the national form of a compact number, or undefined where it carries another country's code */
function toNational(compact: string): string | undefined {
	const international = /^(?:\+|00)(\d+)$/.exec(compact)?.[1];
	if (international !== undefined && !international.startsWith('84')) return undefined;
	const digits = international ?? compact;
	// "84…" is the country code only where enough digits follow; a national number always starts with 0.
	if (international !== undefined || /^84\d{9,}$/.test(digits)) {
		return `0${digits.slice(2).replace(/^0/, '')}`;
	}
	return digits;
}

function reason(national: string): string {
	if (/^02/.test(national)) return 'is a landline: only mobile numbers can be reached';
	if (/^01\d{9}$/.test(national)) {
		return 'is an 11-digit number of the time before 2018: use its new 10-digit form';
	}
	if (/^[35789]\d{8}$/.test(national)) {
		return 'lacks its leading 0, as happens to numbers in a spreadsheet: format the column as text there, or put the 0 back with 0{{ $json.phone }}';
	}
	if (national.length !== 10) {
		return `has ${national.length} digits, a Vietnamese mobile number has 10`;
	}
	return 'is not a Vietnamese mobile number: these start with 03, 05, 07, 08 or 09';
}

function describe(value: unknown): string {
	if (value === undefined || value === null) return 'empty';
	return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}
