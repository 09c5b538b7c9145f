import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';
import { readOptionalText } from '../../../../nodes/shared/fields/text';

const read = (value: unknown) => readOptionalText({ getNodeParameter: () => value, getNode: () => ({ name: 'Node', type: 'esms' }) } as unknown as IExecuteFunctions, 0, 'content');

it.each([
	[' Xin chào ', 'Xin chào'],
	[123456, '123456'],
	[1.5, '1.5'],
	[true, 'true'],
	[undefined, ''],
	[null, ''],
	[DateTime.fromISO('2026-11-22T08:00:00Z', { zone: 'utc' }), '2026-11-22T08:00:00.000Z'],
])('reads %p as %p', (value, text) => {
	expect(read(value)).toBe(text);
});

it.each([
	['an object, which would be sent as [object Object]', { name: 'An' }, 'is an object'],
	['an object without any way to write itself', Object.create(null), 'is an object'],
	['a list', ['a', 'b'], 'is a list'],
	['an ID that was rounded', Number('4097311281936189049'), 'was rounded, because it came as a number'],
	['a number that would become 1e+21', 1e21, 'was rounded'],
	['no number', Number.NaN, 'was rounded'],
])('refuses %s', (_what, value, fault) => {
	expect(() => read(value)).toThrow(`The value of 'content' ${fault}`);
});
