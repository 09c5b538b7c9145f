import { asText } from './asText';
import { pass, refuse, type Checked } from './checked';
import { customerTextFault } from './customerText';
import { isDateSerial, noDateBecause, readAnyDate } from './dates';
import { isBlank, quote } from './text';

/** Words of parameter names that stand for a date. */
const DATE_NAME = /date|day|time|ngay|ngày|gio|giờ|han_|hạn|lich|lịch|schedule/i;

/**
 * Turns what was given for a parameter of a template into its text: a date in any form into that of the template.
 *
 * @returns the text, '' where there is nothing to see; or what is wrong with the value, after the name of the parameter
 */
export function templateText({ name, kind }: { name: string; kind: string }, given: unknown): Checked<string> {
	if (kind === 'date') {
		const date = readAnyDate(given);
		// The locale of a luxon date can bring digits of its own.
		if (date.isValid) return pass(date.setLocale('en').toFormat('dd/MM/yyyy'));
	}
	const text = asText(given, 'timeFirst');
	if (!text.ok) return text;
	if (isBlank(text.value)) return pass('');
	const fault = customerTextFault(text.value, 'timeFirst');
	if (fault !== undefined) return refuse(fault);
	if (kind === 'date') {
		const because = noDateBecause(text.value);
		return refuse(because === undefined ? `must be a date in the form dd/MM/yyyy such as 31/12/2026, but is ${quote(given)}` : `is ${quote(text.value)}, ${because}`);
	}
	if (typeof given === 'number' && isDateSerial(given) && DATE_NAME.test(name)) {
		return refuse(`is ${given}, which looks like a date of a spreadsheet (${readAnyDate(given).toFormat('dd/MM/yyyy')}): let the spreadsheet give it as text`);
	}
	return text;
}
