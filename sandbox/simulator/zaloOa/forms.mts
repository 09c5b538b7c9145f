import type { ParameterKind } from './kinds.mjs';

/** Forms of a time (zalo.md 4.3). */
const TIME = /^(?:(\d{2}):(\d{2})(?::(\d{2}))?(?: (\d{2})\/(\d{2})\/(\d{4}))?|(?:(\d{2})\/)?(\d{2})\/(\d{4}))$/;

function isTime(value: string): boolean {
	const match = TIME.exec(value);
	if (!match) return false;
	const [hour = 0, minute = 0, second = 0, day1, month1, year1, day2, month2, year2] = match.slice(1).map((part) => (part ? Number(part) : undefined));
	const month = month1 ?? month2;
	const timeFits = hour < 24 && minute < 60 && second < 60;
	return timeFits && (month === undefined || isDay(day1 ?? day2 ?? 1, month, year1 ?? year2 ?? 0));
}

function isDay(day: number, month: number, year: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Characters that a transfer note may not hold (zalo.md 4.3). */
const NOT_IN_A_NOTE = /[@[\]^_!"•#$%¥&'()*+,€\-./:;{|<}=~>?]/;

const FORMS: Readonly<Partial<Record<ParameterKind, (value: string) => boolean>>> = {
	time: isTime,
	currency: (value) => /^[1-9]\d*$/.test(value),
	// UTF-8, percent-encoded: nothing but the characters of a URL is left.
	url: (value) => /^[\x21-\x7e]+$/.test(value) && !/%(?![0-9a-f]{2})/i.test(value),
	bankNote: (value) => !NOT_IN_A_NOTE.test(value),
};

/** Whether a value has the form of its kind; most kinds have none (zalo.md 4.3). */
export function followsForm(kind: ParameterKind, value: string): boolean {
	return FORMS[kind]?.(value) ?? true;
}
