import { checkTemplateValues, inTemplateOrder } from '../../../nodes/domain/template';
import { quote } from '../../../nodes/domain/text';
import { one, parameter, template } from './templateOf';

/** The limits of the documented template 267247 (esms.md 10.11). */
const review = template(
	parameter('customer_name', { maxLength: 100, minLength: 0 }),
	parameter('product_name', { maxLength: 100, minLength: 0 }),
	parameter('order_code', { maxLength: 30, minLength: 0 }),
	parameter('date', { kind: 'date', maxLength: 30, minLength: 0 }),
);

const NAME = 'Nguyễn Thị Hoàng Anh';

describe('checkTemplateValues passes what the template takes', () => {
	it('gives back every value as text', () => {
		const values = { customer_name: NAME, product_name: 'Gói OA', order_code: 1024, date: '21/11/2026' };
		expect(checkTemplateValues(review, values)).toEqual({ values: { ...values, order_code: '1024' }, faults: [] });
	});

	it('composes decomposed text before it is sent', () => {
		expect(one(NAME.normalize('NFD')).values).toEqual({ p: NAME.normalize('NFC') });
	});

	it('has nothing to say of a template without parameters', () => {
		expect(checkTemplateValues(template(), {})).toEqual({ values: {}, faults: [] });
	});
});

describe('lengths count NFC code points', () => {
	it.each([
		['NFC', NAME.normalize('NFC'), 20],
		['NFD, which has more code points before it is composed', NAME.normalize('NFD'), 20],
		['emoji, which have two code units each', '🎉'.repeat(15), 15],
	])('%s: the limit passes, one past it does not', (_form, value, length) => {
		expect(one(value, { maxLength: length }).faults).toEqual([]);
		const [fault] = one(`${value}.`, { maxLength: length }).faults;
		expect(fault).toBe(`"p" has ${length + 1} characters, the template allows ${length}`);
	});

	it('the least length passes, one short of it does not', () => {
		expect(one('ệ'.normalize('NFD').repeat(3), { minLength: 3 }).faults).toEqual([]);
		expect(one('ệ'.normalize('NFD').repeat(2), { minLength: 3 }).faults).toEqual([
			'"p" has 2 characters, the template needs at least 3',
		]);
	});
});

describe('missing, empty and unknown values', () => {
	it.each([undefined, null])('%s is a missing value', (value) => {
		expect(one(value)).toEqual({ values: {}, faults: ['"p" is missing'] });
		expect(one(value, { required: false })).toEqual({ values: {}, faults: [] });
	});

	it('a name that is not given is missing, even where objects inherit it', () => {
		expect(checkTemplateValues(template(parameter('constructor')), {}).faults).toEqual(['"constructor" is missing']);
	});

	it.each(['', '   ', '\u00a0'])('"%s" is empty where the template accepts no empty value', (value) => {
		expect(one(value)).toEqual({ values: {}, faults: ['"p" is empty'] });
	});

	it('an empty value passes where the template accepts it', () => {
		expect(one('', { acceptsEmpty: true, minLength: 5, kind: 'number' })).toEqual({ values: { p: '' }, faults: [] });
	});

	it('an optional value that is left empty is not sent', () => {
		expect(one('', { required: false })).toEqual({ values: {}, faults: [] });
	});

	it('an optional value that is given is sent, and checked', () => {
		expect(one('x', { required: false })).toEqual({ values: { p: 'x' }, faults: [] });
		expect(one('x', { required: false, kind: 'number' }).faults).toHaveLength(1);
	});

	it('says so where the template has no parameters at all', () => {
		expect(checkTemplateValues(template(), { a: 'x' }).faults).toEqual(['"a" is not a parameter of this template (it has none)']);
	});

	it.each(['p\u200B', '\uFEFFp ', '\u00A0p'])('"%s" is the parameter that it looks like', (name) => {
		expect(checkTemplateValues(template(parameter('p')), { [name]: 'x' })).toEqual({ values: { p: 'x' }, faults: [] });
	});

	it('a name counts in NFC, and does not take the place of one that is spelled as the template has it', () => {
		expect(checkTemplateValues(template(parameter('tên'.normalize('NFD'))), { tên: 'x' }).values).toEqual({ ['tên'.normalize('NFD')]: 'x' });
		expect(checkTemplateValues(template(parameter('p')), { p: 'x', 'p\u200B': 'y' }).faults).toEqual(['"p\u200B" is not a parameter of this template (it has p)']);
	});

	it('names a value that is no parameter, together with those that are', () => {
		const { faults } = checkTemplateValues(review, {
			customer_name: 'A', product_name: 'B', order_code: 'C', date: '21/11/2026', ordercode: 'C',
		});
		expect(faults).toEqual([
			'"ordercode" is not a parameter of this template (it has customer_name, product_name, order_code, date)',
		]);
	});
});

describe('types', () => {
	it.each([
		['a boolean', true, 'true'],
		['an object', { a: 1 }, 'an object'],
		['a list', ['a'], 'a list'],
		['a function', () => 'a', 'type function'],
		['not a number', Number.NaN, 'NaN'],
		['infinity', Number.POSITIVE_INFINITY, 'Infinity'],
	])('%s is no text', (_what, value, said) => {
		const { values, faults } = one(value);
		expect(values).toEqual({});
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatch(/^"p" is /);
		expect(faults[0]).toContain(said);
	});
});

describe('numbers have digits only, at most 12', () => {
	it.each([['computed, as with a tax', 150000 * 1.1, '165000'], ['of a negative zero', -0, '0']])('one %s passes', (_what, value, text) => {
		expect(one(value, { kind: 'number' })).toEqual({ values: { p: text }, faults: [] });
	});

	it.each(['0', '4308000', '123456789012', 4308000, 123456789012])('%s passes', (value) => {
		expect(one(value, { kind: 'number' })).toEqual({ values: { p: String(value) }, faults: [] });
	});

	it.each(['1234567890123', '1.000', '1,000', '1 000', '-5', '+5', '12đ', '0.5', 0.5, -1, '１２', '٣'])('%s does not', (value) => {
		const { faults } = one(value, { kind: 'number' });
		expect(faults).toHaveLength(1);
		expect(faults[0]).toContain('whole number of at most 12 digits');
		expect(faults[0]).toContain(quote(String(value)));
	});
});

describe('dates are real days in the form dd/MM/yyyy', () => {
	it.each([
		['1/8/2024', '01/08/2024'],
		[' 01/08/2024 ', '01/08/2024'],
		['2024-08-01', '01/08/2024'],
		['2026-11-29T20:49:58.868-05:00', '30/11/2026'],
		[46205, '02/07/2026'],
		['46205', '02/07/2026'],
		['01/08/2024 10:00', '01/08/2024'],
		[46205.75, '02/07/2026'],
		[new Date('2026-12-31T01:30:00Z'), '31/12/2026'],
	])('%p goes out as %s', (value, goesOut) => {
		expect(one(value, { kind: 'date' })).toEqual({ values: { p: goesOut }, faults: [] });
	});

	it.each(['01/08/2024', '31/12/2026', '29/02/2028'])('%s passes', (value) => {
		expect(one(value, { kind: 'date' }).faults).toEqual([]);
	});

	it.each([
		'00/01/2026', '01/08/24', '01-08-2024', '01/08/2024 25:00', 'hôm nay', 20240801,
	])('%s does not', (value) => {
		const { faults } = one(value, { kind: 'date' });
		expect(faults).toHaveLength(1);
		expect(faults[0]).toContain('dd/MM/yyyy');
		expect(faults[0]).toContain(quote(String(value)));
		// The date of today is no advice for a value that means another one.
		expect(faults[0]).not.toContain('$now');
	});

	it.each([
		['31/02/2026', '"p" is "31/02/2026", but there is no 31 February 2026'],
		['29/02/2026', '"p" is "29/02/2026", but there is no 29 February 2026'],
		['31/04/2026', '"p" is "31/04/2026", but there is no 31 April 2026'],
		['01/13/2026', '"p" is "01/13/2026", where the month comes first: write the day first, as 13/01/2026'],
		['12/25/2026', '"p" is "12/25/2026", where the month comes first: write the day first, as 25/12/2026'],
	])('%s does not, and it is said why', (value, fault) => expect(one(value, { kind: 'date' }).faults).toEqual([fault]));

	it.each(['Invalid DateTime', 'undefined', '{{ $json.date }}'])('%s is told as what it is', (value) => {
		expect(one(value, { kind: 'date' }).faults[0]).toMatch(/could not be read|finds no value|not worked out/);
	});
});

describe('links', () => {
	it('pass without spaces', () => {
		expect(one('https://esms.vn/?a=%C4%91', { kind: 'url' }).faults).toEqual([]);
	});

	it('do not pass with a space', () => {
		expect(one('https://esms.vn/a b', { kind: 'url' }).faults).toEqual([
			'"p" must be a link without spaces, but is "https://esms.vn/a b"',
		]);
	});
});

describe('all faults come at once', () => {
	it('one for each value that is wrong, and the good ones are ready', () => {
		const { values, faults } = checkTemplateValues(review, {
			extra: 1,
			customer_name: 'x'.repeat(101),
			order_code: 'HD00001',
			date: '31/02/2026',
		});
		expect(faults).toHaveLength(4);
		expect(faults.map((fault) => /"(\w+)"/.exec(fault)?.[1])).toEqual(['extra', 'customer_name', 'product_name', 'date']);
		expect(values).toEqual({ order_code: 'HD00001' });
	});
});

describe('inTemplateOrder', () => {
	it('gives the values in the order of the template, and keeps the place of one that is empty', () => {
		const ordered = template(parameter('b'), parameter('2'), parameter('a', { required: false }), parameter('1'));
		expect(inTemplateOrder(ordered, { 1: 'one', 2: 'two', b: 'B' })).toEqual([['b', 'B'], ['2', 'two'], ['a', ''], ['1', 'one']]);
	});

	it('takes no value from what every object inherits', () => {
		expect(inTemplateOrder(template(parameter('constructor')), {})).toEqual([['constructor', '']]);
	});
});

describe('values that are not what they look like', () => {
	it.each([
		['half an emoji', 'Chào \ud83d', 'holds half of a character, as a text that was cut in an emoji'],
		['NUL', 'DH\u0000001', 'holds a character that cannot be shown'],
		['marks without a width', '\u200b\ufeff', 'is empty'],
		['an ID that was rounded', JSON.parse('4097311281936189049'), 'is "409***000", which was rounded, because it came as a number: give it as text'],
		['a number that would become 1e+21', 1e21, 'is "1e+21", which was rounded, because it came as a number: give it as text'],
	])('%s is a fault', (_what, value, fault) => {
		expect(one(value)).toEqual({ values: {}, faults: [`"p" ${fault}`] });
	});

	it('a value of spaces is sent as an empty one, where that is allowed: spaces could be too many', () => {
		expect(one(' \r\n ', { acceptsEmpty: true, maxLength: 1 })).toEqual({ values: { p: '' }, faults: [] });
	});
});
