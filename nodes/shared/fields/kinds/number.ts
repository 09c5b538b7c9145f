import { pass, refuse } from '../../../domain/checked';
import { quote, trimmed } from '../../../domain/text';
import type { Kind } from './kind';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** In Vietnam 1.000 is a thousand: what may be meant as one is not taken for the other. */
const GROUPED = /^-?[1-9]\d{0,2}\.\d{3}$/;

function toNumber(given: unknown): number {
	if (typeof given === 'number') return given;
	const written = typeof given === 'string' ? trimmed(given) : '';
	return NUMBER.test(written) && !GROUPED.test(written) ? Number(written) : Number.NaN;
}

/** @returns a reader of numbers within limits, given as a number or as text */
export function numberBetween(least: number, most: number): Kind<number> {
	return (given) => {
		const value = toNumber(given);
		if (value >= least && value <= most) return pass(value);
		return refuse(`is ${quote(typeof given === 'number' ? String(given) : given)}, where a number from ${least} to ${most} is meant`);
	};
}

/** @returns a reader of whole numbers within limits, given as a number or as text */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): Kind<number> {
	return (given) => {
		const value = toNumber(given);
		if (Number.isSafeInteger(value) && value >= least && value <= most) return pass(value);
		const limits = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
		return refuse(`is ${quote(typeof given === 'number' ? String(given) : given)}, where a whole number ${limits} is meant`);
	};
}
