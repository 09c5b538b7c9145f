import { quote, toNfc } from '../text';
import { buttonFaults, buttonName } from '../zalo/button';
import { lengthFaults, pictureFaults } from '../zalo/rules';
import type { TableRow, TransactionContent, TransactionElement } from './message';
import { STATUS_COLOURS, STATUS_KEYS, type Language } from './types';

/** Where the documents contradict themselves (esms.md 17.6), the user can choose. */
export interface TransactionLimits {
	/** `all`: five rows, which every document allows; `besidesIdentity`: five more than the identity rows. */
	tableRows: 'all' | 'besidesIdentity';
	/** 35 in the table of the page, 100 in its other part. */
	buttonTitle: 35 | 100;
}

export const STRICT_LIMITS: TransactionLimits = { tableRows: 'all', buttonTitle: 35 };

/** What faults call the parts of a message of which there can be several. */
export interface PartNames {
	/** @returns the name of a text, counted from 0 among those that are there */
	text(index: number): string;
	/** @returns the name of a row, counted from 0 among those of its table */
	row(index: number): string;
}

const BY_COUNT: PartNames = { text: (index) => `Text ${index + 1}`, row: (index) => `Table Rows ${index + 1}` };

const MAX_ROWS = 5;
const MAX_TEXTS = 2;
const MAX_BUTTONS = 4;

/**
 * Checks a transaction message against every documented rule (esms.md 6.4 to 6.6).
 * Lengths are counted in NFC code points.
 *
 * @param names of the parts; by their count where none are given
 * @returns all faults at once, each naming its field, the limit and the actual figure
 */
export function transactionFaults(content: TransactionContent, language: Language, limits: TransactionLimits, names = BY_COUNT): string[] {
	const { elements, buttons = [] } = content;
	const texts = elements.filter(({ type }) => type === 'text');
	const tables = elements.filter((element) => element.type === 'table');
	const faults = elements.flatMap((element) => {
		if (element.type === 'text') return lengthFaults(names.text(texts.indexOf(element)), element.content, 250);
		return element.type === 'table' ? tableFaults(element.content, language, limits, names) : topFaults(element);
	});
	if (texts.length > MAX_TEXTS) faults.push(`The message has ${texts.length} texts, Zalo allows ${MAX_TEXTS}`);
	if (tables.length === 0) faults.push(`The message has no table: ${identityRule(language)}`);
	if (buttons.length > MAX_BUTTONS) faults.push(`The message has ${buttons.length} buttons, Zalo allows ${MAX_BUTTONS}`);
	return [...faults, ...buttons.flatMap((button, index) => buttonFaults(button, buttonName(index), limits.buttonTitle))];
}

function topFaults(element: Extract<TransactionElement, { type: 'banner' | 'header' }>): string[] {
	return element.type === 'banner' ? pictureFaults('Banner URL', element.image_url) : lengthFaults('Header', element.content, 100);
}

function tableFaults(rows: TableRow[], language: Language, { tableRows }: TransactionLimits, names: PartNames): string[] {
	const identities = rows.filter(({ key }) => isIdentity(key, language)).length;
	const limit = tableRows === 'all' ? MAX_ROWS : MAX_ROWS + identities;
	const faults = rows.flatMap((row, index) => rowFaults(row, names.row(index), language));
	if (rows.length > limit) faults.push(`The table has ${rows.length} rows, the limit is ${limit}`);
	if (identities === 0) faults.push(`The table has no identity row: ${identityRule(language)}`);
	return faults;
}

function rowFaults({ key, value, style }: TableRow, row: string, language: Language): string[] {
	const faults = [...lengthFaults(`${row}: Key`, key, 25), ...lengthFaults(`${row}: Value`, value, 100)];
	if (style === undefined || style === '') return faults;
	if (toNfc(key) !== STATUS_KEYS[language]) {
		faults.push(`${row} has the style ${quote(style)}: only the row ${quote(STATUS_KEYS[language])} may have one`);
	} else if (!(STATUS_COLOURS as readonly string[]).includes(style)) {
		faults.push(`${row} has the style ${quote(style)}: Zalo knows ${STATUS_COLOURS.join(', ')}`);
	}
	return faults;
}

/** The row that says whom or what the message is about (esms.md 6.4). */
function isIdentity(given: string, language: Language): boolean {
	const key = toNfc(given);
	return language === 'VI'
		? key.startsWith('Mã') || key === 'Tên khách hàng'
		: key.includes('Code') || key === 'Customer Name';
}

function identityRule(language: Language): string {
	return language === 'VI'
		? 'in Vietnamese one key must start with "Mã" or be "Tên khách hàng"'
		: 'in English one key must contain "Code" or be "Customer Name"';
}
