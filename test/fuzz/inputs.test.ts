import fc from 'fast-check';
import { DateTime } from 'luxon';
import { parsePhone } from '../../nodes/domain/phone';
import { publicUrlFault } from '../../nodes/domain/publicUrl';
import { deriveRequestId, requestKeyOf } from '../../nodes/domain/requestId';
import { toVietnamSendDate } from '../../nodes/domain/sendDate';
import { checkTemplateValues, type Template, type TemplateParameter } from '../../nodes/domain/template';
import { codePointLength, quote, toNfc } from '../../nodes/domain/text';
import { readTransactionContent } from '../../nodes/domain/transaction/message';
import { STRICT_LIMITS, transactionFaults } from '../../nodes/domain/transaction/rules';
import { escapeXml } from '../../nodes/domain/xml';
import { consultationFaults } from '../../nodes/domain/zalo/consultation';
import { parseJson, tryParseJson } from '../../nodes/providers/json';
import { fuzz, type Verdict } from './campaign.mjs';
import { hostileJson, hostileNumber, hostileText, hostileValue, monstrousJson, NAMES } from './hostile.mjs';
import { mutated, withOtherValues } from './mutate.mjs';
import { expectPlain, UNPRINTABLE } from './oracles.mjs';

const digitsOf = (value: unknown) => String(value).replace(/[^\p{Nd}]/gu, '').normalize('NFKC');

fuzz('phone numbers', fc.oneof({ weight: 3, arbitrary: hostileValue }, { weight: 3, arbitrary: mutated(['0901888484', '+84 901 888 484', '0084-901.888.484', '(+84) 0901888484', '84901888484', '090188848²', '09018884④4']).map(String) }, fc.double(), fc.nat()), (value): Verdict => {
	const phone = parsePhone(value);
	if (!phone.ok) {
		expect(phone.fault.length).toBeLessThan(300);
		return 'refused';
	}
	expect(phone.value).toMatch(/^0[35789]\d{8}$/);
	// Its nine digits end what was given: nothing else was made a digit, and none was dropped behind them.
	expect(digitsOf(value).endsWith(phone.value.slice(1))).toBe(true);
	expect(digitsOf(value)).toMatch(/^(?:0|840?|00840?)\d{9}$/);
	return 'accepted';
});

const parameter: fc.Arbitrary<TemplateParameter> = fc.record(
	{
		name: fc.oneof(fc.constantFrom('name', 'order_code', ...NAMES), hostileText),
		kind: fc.constantFrom('text', 'text', 'number', 'date', 'url'),
		required: fc.boolean(),
		maxLength: fc.constantFrom(1, 12, 30, 200, 2_000_000),
		minLength: fc.constantFrom(0, 1),
		acceptsEmpty: fc.boolean(),
	},
	{ requiredKeys: ['name', 'kind', 'required', 'acceptsEmpty'] },
);
const filledTemplate = fc.array(parameter, { maxLength: 4 }).chain((parameters) =>
	fc.record({
		template: fc.constant<Template>({ id: '1', name: 'T', status: 'ENABLE', statusReason: '', parameters, inOrder: true }),
		values: fc.tuple(...parameters.map(({ name }) => fc.tuple(fc.constant(name), hostileValue))).map((pairs) => Object.fromEntries(pairs)),
		others: fc.dictionary(hostileText, hostileValue, { maxKeys: 1 }),
	}),
);

fuzz('template values', filledTemplate, ({ template, values, others }): Verdict => {
	const { values: checked, faults } = checkTemplateValues(template, { ...others, ...values });
	if (faults.length > 0) return 'refused';
	expectPlain(checked);
	for (const [name, text] of Object.entries(checked)) {
		const known = template.parameters.filter((each) => each.name === name);
		expect(known.length).toBeGreaterThan(0);
		expect(typeof text).toBe('string');
		expect(text).toBe(text.normalize('NFC'));
		expect(UNPRINTABLE.test(text)).toBe(false);
		if (typeof values[name] === 'number') expect(text).toMatch(/^-?\d{1,16}(\.\d+)?$/);
		for (const { kind, maxLength } of known) {
			if (maxLength !== undefined) expect([...text].length).toBeLessThanOrEqual(maxLength);
			if (kind === 'number' && text !== '') expect(text).toMatch(/^\s*$|^\d{1,12}$/);
		}
	}
	return 'accepted';
});

const MESSAGE = JSON.stringify({
	elements: [
		{ type: 'banner', image_url: 'https://example.com/a.jpg' }, { type: 'header', content: 'Trạng thái', align: 'left' }, { type: 'text', content: 'Cảm ơn', align: '' },
		{ type: 'table', content: [{ key: 'Mã đơn', value: 'DH001' }, { key: 'Trạng thái', value: 'Đã giao', style: 'green' }] },
	],
	buttons: [{ title: 'Xem', type: 'oa.open.url', payload: { url: 'https://example.com' }, image_icon: '' }, { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '0901888484' } }],
});
const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []);

fuzz('Zalo messages', fc.oneof({ weight: 3, arbitrary: withOtherValues([MESSAGE], hostileJson) }, { weight: 1, arbitrary: withOtherValues([MESSAGE], fc.constant(MESSAGE)) }, { weight: 1, arbitrary: fc.tuple(hostileText, hostileText).map((pair) => JSON.stringify(pair)) }), (json): Verdict => {
	const given: unknown = JSON.parse(json);
	if (Array.isArray(given)) {
		const [text, imageUrl] = given as [string, string];
		const faults = consultationFaults({ form: 'photo', text, media: 'image', imageUrl });
		if (faults.length > 0) return 'refused';
		expect(UNPRINTABLE.test(text + imageUrl)).toBe(false);
		return 'accepted';
	}
	const message = readTransactionContent(given);
	if (!message.ok || transactionFaults(message.value, 'VI', STRICT_LIMITS).length > 0) return 'refused';
	expectPlain(message.value);
	for (const text of textsIn(message.value)) expect(UNPRINTABLE.test(text)).toBe(false);
	return 'accepted';
});

fuzz('dates', fc.oneof({ weight: 2, arbitrary: hostileValue }, mutated(['2026-12-31T08:30:00', '2026-12-31T08:30:00+07:00', '2026-12-31 08:30:00', '9999-12-31T23:59:59Z']).map(String), fc.date({ noInvalidDate: false }), fc.date().map((date) => DateTime.fromJSDate(date))), (value): Verdict => {
	const date = toVietnamSendDate(value, 'Asia/Ho_Chi_Minh', DateTime.fromMillis(0));
	if (!date.ok) return 'refused';
	expect(date.value).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
	expect(DateTime.fromSQL(date.value).isValid).toBe(true);
	return 'accepted';
});

fuzz('texts', fc.tuple(hostileText, hostileText, hostileValue), ([text, key, value]): Verdict => {
	expect(toNfc(text)).toBe(toNfc(text).normalize('NFC'));
	expect(codePointLength(text)).toBe([...toNfc(text)].length);
	expect(quote(value).length).toBeLessThan(140);
	expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|apos;|#13;)/);
	expect(UNPRINTABLE.test(escapeXml(text).replaceAll('\x7f', ''))).toBe(false);
	const fault = publicUrlFault(text);
	if (fault === undefined) expect(new URL(text).protocol).toBe('https:');
	const identity = { workflowId: 'w', nodeId: 'n', operation: 'sendZns', channel: 'zns', recipient: '0901888484', content: { text, value: typeof value === 'bigint' ? 0 : value }, sandbox: false };
	for (const choice of [{ by: 'content' }, { by: 'key', key }] as const) {
		const id = deriveRequestId(identity, choice);
		expect(id).toMatch(/^[\x21-\x7e]{1,50}$/);
		expect([null, toNfc(key)]).toContain(requestKeyOf(id ?? null));
	}
	return 'accepted';
});

fuzz('JSON', fc.oneof({ weight: 8, arbitrary: hostileJson }, { weight: 4, arbitrary: mutated([MESSAGE, '{"OAID": 4097311281936189049}']).map(String) }, { weight: 4, arbitrary: hostileNumber }, { weight: 4, arbitrary: hostileText }, { weight: 1, arbitrary: monstrousJson }), (text): Verdict => {
	const parsed = tryParseJson(text);
	if (parsed === undefined) {
		expect(() => parseJson(text)).toThrow(SyntaxError);
		return 'refused';
	}
	JSON.stringify(parsed);
	// Only long and large numbers differ from what JavaScript makes of the text.
	if (!/\d{16}|\d[eE]/.test(text)) expect(JSON.stringify(parsed) === JSON.stringify(JSON.parse(text))).toBe(true);
	return 'accepted';
});
