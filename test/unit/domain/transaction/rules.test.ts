import type { TransactionContent, TransactionElement } from '../../../../nodes/domain/transaction/message';
import { STRICT_LIMITS, transactionFaults } from '../../../../nodes/domain/transaction/rules';
import { TRANSACTION_TYPES, type Language } from '../../../../nodes/domain/transaction/types';
import type { ZaloButton } from '../../../../nodes/domain/zalo/button';

const identity = { key: 'Mã đơn hàng', value: 'DH001' };
const table = (...rows: Array<{ key: string; value: string; style?: string }>): TransactionElement => ({ type: 'table', content: rows });
const faultsOf = (content: Partial<TransactionContent>, language: Language = 'VI', limits = STRICT_LIMITS) =>
	transactionFaults({ elements: [table(identity)], ...content }, language, limits);
const withElement = (element: TransactionElement) => faultsOf({ elements: [table(identity), element] });
const withButton = (button: ZaloButton, limits = STRICT_LIMITS) => faultsOf({ buttons: [button] }, 'VI', limits);
const url = { type: 'oa.open.url' as const, payload: { url: 'https://example.com' } };

/** Texts of one visible character each that differ in code points and UTF-16 units. */
const CHARACTERS: Array<[what: string, character: string]> = [
	['ASCII', 'a'],
	['Vietnamese in NFC', 'ễ'.normalize('NFC')],
	['Vietnamese in NFD', 'ễ'.normalize('NFD')],
	['emoji', '📲'],
];

describe.each(CHARACTERS)('limits, counted in NFC code points, with %s', (_what, character) => {
	const long = (length: number) => character.repeat(length);

	it.each<[string, number, (text: string) => string[]]>([
		['Header', 100, (content) => withElement({ type: 'header', content })],
		['Text 1', 250, (content) => withElement({ type: 'text', content })],
		['Table Rows 2: Key', 25, (key) => faultsOf({ elements: [table(identity, { key, value: 'x' })] })],
		['Table Rows 2: Value', 100, (value) => faultsOf({ elements: [table(identity, { key: 'x', value })] })],
		['Buttons 1: Title', 35, (title) => withButton({ ...url, title })],
		['Buttons 1: Query', 1000, (payload) => withButton({ title: 'x', type: 'oa.query.show', payload })],
		['Buttons 1: Query', 1000, (payload) => withButton({ title: 'x', type: 'oa.query.hide', payload })],
		['Buttons 1: SMS Content', 160, (content) => withButton({ title: 'x', type: 'oa.open.sms', payload: { content, phone_code: '0901888484' } })],
	])('%s: %d', (field, limit, faults) => {
		expect(faults(long(limit))).toEqual([]);
		expect(faults(long(limit + 1))).toEqual([`${field} has ${limit + 1} characters, Zalo allows ${limit}`]);
		expect(faults('')).toEqual([`${field} is empty`]);
	});

	it('Button title: 100 where the user chose it', () => {
		const limits = { ...STRICT_LIMITS, buttonTitle: 100 as const };
		expect(withButton({ ...url, title: long(100) }, limits)).toEqual([]);
		expect(withButton({ ...url, title: long(101) }, limits)).toHaveLength(1);
	});
});

describe('the identity row', () => {
	it.each<[Language, string, boolean]>([
		['VI', 'Mã khách hàng', true],
		['VI', 'Mã'.normalize('NFD'), true],
		['VI', 'Tên khách hàng', true],
		['VI', 'Tên khách hàng VIP', false],
		['VI', 'Số Mã', false],
		['VI', 'Order Code', false],
		['EN', 'Order Code', true],
		['EN', 'Code', true],
		['EN', 'Customer Name', true],
		['EN', 'order code', false],
		['EN', 'Mã đơn hàng', false],
	])('%s: "%s" counts: %s', (language, key, counts) => {
		const faults = faultsOf({ elements: [table({ key, value: 'x' })] }, language);
		expect(faults.some((fault) => fault.startsWith('The table has no identity row'))).toBe(!counts);
	});

	it('is missed where there is no table at all', () => {
		const noTable = { elements: [{ type: 'header' as const, content: 'x' }] };
		expect(faultsOf(noTable)).toEqual([expect.stringMatching(/no table.*"Mã"/)]);
		expect(faultsOf(noTable, 'EN')).toEqual([expect.stringMatching(/no table.*"Code"/)]);
	});
});

describe('the style', () => {
	const styled = (key: string, style: string, language: Language = 'VI') =>
		faultsOf({ elements: [table(identity, { key: 'Customer Name', value: 'x' }, { key, value: 'x', style })] }, language);

	it.each(['green', 'blue', 'yellow', 'red', 'grey'])('%s is a colour of the status row', (colour) => {
		expect(styled('Trạng thái', colour)).toEqual([]);
		expect(styled('Status', colour, 'EN')).toEqual([]);
	});

	it.each([['Trạng thái', 'purple', 'VI'], ['Giá tiền', 'green', 'VI'], ['Status', 'green', 'VI'], ['Trạng thái', 'green', 'EN'], ['trạng thái', 'green', 'VI']] as const)(
		'"%s" with %s in %s is refused',
		(key, style, language) => {
			const why = style === 'purple' ? 'Zalo knows blue, green, grey, red, yellow' : `only the row "${language === 'VI' ? 'Trạng thái' : 'Status'}" may have one`;
			expect(styled(key, style, language)).toEqual([`Table Rows 3 has the style "${style}": ${why}`]);
		},
	);

	it('that is empty is none', () => {
		expect(styled('Giá tiền', '')).toEqual([]);
	});
});

describe('counts', () => {
	const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `Dòng ${index}`, value: 'x' }));

	it('five rows in all, or five besides the identity row where the user chose it', () => {
		expect(faultsOf({ elements: [table(identity, ...rows(4))] })).toEqual([]);
		expect(faultsOf({ elements: [table(identity, ...rows(5))] })).toEqual(['The table has 6 rows, the limit is 5']);
		const limits = { ...STRICT_LIMITS, tableRows: 'besidesIdentity' as const };
		expect(faultsOf({ elements: [table(identity, ...rows(5))] }, 'VI', limits)).toEqual([]);
		expect(faultsOf({ elements: [table(identity, ...rows(6))] }, 'VI', limits)).toEqual(['The table has 7 rows, the limit is 6']);
	});

	it('two texts', () => {
		const text: TransactionElement = { type: 'text', content: 'x' };
		expect(faultsOf({ elements: [text, table(identity), text] })).toEqual([]);
		expect(faultsOf({ elements: [text, table(identity), text, text] })).toEqual(['The message has 3 texts, Zalo allows 2']);
		expect(faultsOf({ elements: [text, table(identity), { type: 'text', content: '' }] })).toEqual(['Text 2 is empty']);
	});

	it('four buttons', () => {
		const buttons = (count: number) => Array.from({ length: count }, () => ({ ...url, title: 'x' }));
		expect(faultsOf({ buttons: buttons(4) })).toEqual([]);
		expect(faultsOf({ buttons: buttons(5) })).toEqual(['The message has 5 buttons, Zalo allows 4']);
	});
});

describe('addresses and phone numbers', () => {
	it.each([
		['https://minio.esms.vn/a/full.png', true],
		['https://example.com/a.JPG?size=2', true],
		['https://example.com/a.jpeg#x', true],
		['http://example.com/a.png', false],
		['https://example.com/a.gif', false],
		['https://example.com/a', false],
		['https://example.com/a.png.html', false],
		['xhttps://example.com/a.png', false],
		['https:///a.png', false],
		['https://example.com/a b.png', false],
		['', false],
	])('banner "%s" is taken: %s', (image_url, taken) => {
		const why = image_url.includes(' ') ? 'holds a space or a line break, where an address ends' : 'is not the https address of a JPG or PNG picture';
		const fault = expect.stringContaining(`Banner URL "${image_url}" ${why}`);
		expect(withElement({ type: 'banner', image_url })).toEqual(taken ? [] : [fault]);
	});

	it.each([
		['https://esms.vn/x', true],
		['http://esms.vn', true],
		['esms.vn', false],
		['xhttps://esms.vn', false],
		['https://esms.vn and more', false],
		['javascript:alert(1)', false],
		['https://', false],
	])('button URL "%s" is taken: %s', (address, taken) => {
		const why = address.includes(' ') ? 'holds a space or a line break, where an address ends' : 'is not a URL, it must start with https://';
		const fault = expect.stringContaining(`Buttons 1: URL "${address}" ${why}`);
		expect(withButton({ title: 'x', type: 'oa.open.url', payload: { url: address } })).toEqual(taken ? [] : [fault]);
	});

	it.each([
		['84919018791', true],
		['0901888484', true],
		['02838123456', true],
		['19001234', true],
		['1800123456', true],
		['113', false],
		['8491901879112', false],
		['02838123456789', false],
		['x0901888484', false],
		['+84901888484', false],
		['abc', false],
		['', false],
	])('button phone "%s" is taken: %s', (phone_code, taken) => {
		const faults = withButton({ title: 'x', type: 'oa.open.phone', payload: { phone_code } });
		expect(faults).toEqual(taken ? [] : [expect.stringMatching(/^Buttons 1: Phone Number to Reach ".*" is not a Vietnamese number, e\.g\. /)]);
	});
});

it.each(['https://myshop.vn/undefined.png', 'undefined'])('a picture at "%s" is nobody\'s', (address) => {
	const withIcon = { title: 'x', type: 'oa.open.url' as const, payload: { url: 'https://myshop.vn' }, image_icon: address };
	expect(withButton(withIcon)).toEqual([expect.stringMatching(/^Buttons 1: Icon URL (?:is|holds) "undefined", which an expression gives/)]);
	expect(withElement({ type: 'banner', image_url: address })).toEqual([expect.stringMatching(/^Banner URL (?:is|holds) "undefined", which an expression gives/)]);
});

it('the icon of a button may be an address or an ID, but nothing that cannot be shown', () => {
	expect(withButton({ ...url, title: 'x', image_icon: 'https://myshop.vn/icon.png' })).toEqual([]);
	expect(withButton({ ...url, title: 'x', image_icon: 'a\0' })).toEqual(['Buttons 1: Icon URL holds a character that cannot be shown']);
});

it('lists all faults of a message at once', () => {
	const faults = faultsOf({
		elements: [{ type: 'header', content: 'x'.repeat(101) }, table({ key: 'Giá tiền', value: '', style: 'red' })],
		buttons: [{ title: '', type: 'oa.open.url', payload: { url: 'x' } }],
	});
	expect(faults).toHaveLength(6);
});

describe('the texts to start with', () => {
	it('there are 13 kinds, each once', () => {
		expect(new Set(TRANSACTION_TYPES.map(({ value }) => value))).toEqual(
			new Set(['billing', 'order', 'reward', 'contract', 'booking', 'membership', 'event', 'transaction', 'account', 'internal', 'partnership', 'education', 'rating']),
		);
	});

	it.each(TRANSACTION_TYPES)('$value is called by its name in the editor', ({ value, name }) => {
		expect(name).toBe(value.charAt(0).toUpperCase() + value.slice(1));
	});

	it.each(TRANSACTION_TYPES.flatMap((type) => (['VI', 'EN'] as const).map((language) => [type.value, language, type] as const)))(
		'of %s in %s follow the rules once the values are filled in',
		(_value, language, { defaults }) => {
			const { header, identity: key, detail } = defaults[language];
			const status = language === 'VI' ? 'Trạng thái' : 'Status';
			const rows = [{ key, value: 'x' }, { key: status, value: 'x', style: 'green' }, { key: detail, value: 'x' }];
			expect(faultsOf({ elements: [{ type: 'header', content: header }, table(...rows)] }, language)).toEqual([]);
		},
	);
});
