import { quote, toNfc } from '../text';
import { buttonFaults } from '../zalo/button';
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

const MAX_ROWS = 5;
const MAX_TEXTS = 2;
const MAX_BUTTONS = 4;

/**
 * Checks a transaction message against every documented rule (esms.md 6.4 to 6.6).
 * Lengths are counted in NFC code points.
 *
 * @returns all faults at once, each naming its field, the limit and the actual figure
 */
export function transactionFaults(content: TransactionContent, language: Language, limits: TransactionLimits): string[] {
	const { elements, buttons = [] } = content;
	const texts = elements.filter(({ type }) => type === 'text');
	const tables = elements.filter((element) => element.type === 'table');
	const faults = elements.flatMap((element) => elementFaults(element, language, limits, texts.indexOf(element)));
	if (texts.length > MAX_TEXTS) faults.push(`The message has ${texts.length} texts, Zalo allows ${MAX_TEXTS}`);
	if (tables.length === 0) faults.push(`The message has no table: ${identityRule(language)}`);
	if (buttons.length > MAX_BUTTONS) faults.push(`The message has ${buttons.length} buttons, Zalo allows ${MAX_BUTTONS}`);
	return [...faults, ...buttons.flatMap((button, index) => buttonFaults(button, `Button ${index + 1}`, limits.buttonTitle))];
}

function elementFaults(element: TransactionElement, language: Language, limits: TransactionLimits, textIndex: number): string[] {
	switch (element.type) {
		case 'banner':
			return pictureFaults('Banner URL', element.image_url);
		case 'header':
			return lengthFaults('Header', element.content, 100);
		case 'text':
			return lengthFaults(textIndex === 0 ? 'First text' : 'Second text', element.content, 250);
		case 'table':
			return tableFaults(element.content, language, limits);
	}
}

function tableFaults(rows: TableRow[], language: Language, { tableRows }: TransactionLimits): string[] {
	const identities = rows.filter(({ key }) => isIdentity(key, language)).length;
	const limit = tableRows === 'all' ? MAX_ROWS : MAX_ROWS + identities;
	const faults = rows.flatMap((row, index) => rowFaults(row, `Table row ${index + 1}`, language));
	if (rows.length > limit) faults.push(`The table has ${rows.length} rows, the limit is ${limit}`);
	if (identities === 0) faults.push(`The table has no identity row: ${identityRule(language)}`);
	return faults;
}

function rowFaults({ key, value, style }: TableRow, row: string, language: Language): string[] {
	const faults = [...lengthFaults(`${row}, key`, key, 25), ...lengthFaults(`${row}, value`, value, 100)];
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
