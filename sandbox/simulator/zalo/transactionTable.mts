import type { FollowerSettings } from '../messageSettings.mjs';
import { BrokenRule, list, object, oneOf, string, type Json } from './shape.mjs';
import type { Language } from './transaction.mjs';

const KEY_MAX = 25;
const VALUE_MAX = 100;
const ROWS_MAX = 5;
const STYLES: readonly string[] = ['green', 'blue', 'yellow', 'red', 'grey'];

/** Keys that identify the customer or the order (esms.md 6.4). */
const IDENTITY: Readonly<Record<Language, (key: string) => boolean>> = {
	VI: (key) => key.startsWith('Mã') || key === 'Tên khách hàng',
	EN: (key) => key.includes('Code') || key === 'Customer Name',
};

/** The only key whose row may have a style. */
const STATUS: Readonly<Record<Language, string>> = { VI: 'Trạng thái', EN: 'Status' };

/** The rows of a table: keys, values, the identity row, the style of the status row, the number of rows (esms.md 6.4). */
export function checkTable(content: unknown, at: string, languages: readonly Language[], settings: FollowerSettings): void {
	const rows = list(content, at).map((row, index) => object(row, `${at}[${index}]`));
	const keys = rows.map((row, index) => checkRow(row, `${at}[${index}]`, languages, settings));
	const identities = keys.filter((key) => languages.some((language) => IDENTITY[language](key))).length;
	if (identities === 0) throw new BrokenRule(`${at} has no identity row: ${identityRule(languages)}`);
	const counted = settings.tableRows === 'fiveInAll' ? rows.length : rows.length - identities;
	if (counted <= ROWS_MAX) return;
	throw new BrokenRule(`${at} may have ${ROWS_MAX} rows${settings.tableRows === 'fiveInAll' ? '' : ' besides the identity rows'}`);
}

/** Checks a row and returns its key as it is compared. */
function checkRow(row: Json, at: string, languages: readonly Language[], settings: FollowerSettings): string {
	const given = string(row.key, `${at}.key`, KEY_MAX);
	string(row.value, `${at}.value`, VALUE_MAX);
	const key = settings.keyComparison === 'nfc' ? given.normalize('NFC') : given;
	if (row.style === undefined) return key;
	if (!languages.some((language) => STATUS[language] === key)) {
		throw new BrokenRule(`${at}.style is allowed only in the row ${languages.map((language) => STATUS[language]).join(' or ')}`);
	}
	oneOf(row.style, STYLES, `${at}.style`);
	return key;
}

function identityRule(languages: readonly Language[]): string {
	const rules = { VI: 'a key that begins with "Mã" or is "Tên khách hàng"', EN: 'a key that contains "Code" or is "Customer Name"' };
	return languages.map((language) => rules[language]).join(', or ');
}
