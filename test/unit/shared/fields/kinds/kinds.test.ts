import fc from 'fast-check';
import { choice } from '../../../../../nodes/shared/fields/kinds/choice';
import { customerText, filledText } from '../../../../../nodes/shared/fields/kinds/customerText';
import { futureTime, toItsEnd, vietnamDay, vietnamTime } from '../../../../../nodes/shared/fields/kinds/date';
import { email } from '../../../../../nodes/shared/fields/kinds/email';
import { flag } from '../../../../../nodes/shared/fields/kinds/flag';
import { id, zaloUserId } from '../../../../../nodes/shared/fields/kinds/id';
import { jsonObject } from '../../../../../nodes/shared/fields/kinds/jsonObject';
import { isUnset, type Kind } from '../../../../../nodes/shared/fields/kinds/kind';
import { numberBetween, wholeNumber } from '../../../../../nodes/shared/fields/kinds/number';
import { phone } from '../../../../../nodes/shared/fields/kinds/phone';
import { text } from '../../../../../nodes/shared/fields/kinds/text';
import { calledUrl, webUrl } from '../../../../../nodes/shared/fields/kinds/url';

const SPACE = 'holds a space or a line break, where an address ends: put encodeURIComponent() around the value that has it, or write %20';

const ZONE = 'America/New_York';
const read = (kind: Kind<unknown>, given: unknown) => {
	const reading = kind(given, ZONE);
	return reading.ok ? reading.value : `! ${reading.fault}`;
};

it.each([[undefined], [null], [''], ['  '], ['\u200B'], ['\u00A0\uFEFF']])('%j is not set', (given) => expect(isUnset(given)).toBe(true));
it.each([[0], [false], ['0'], [[]], [{}], [Number.NaN]])('%j is set', (given) => expect(isUnset(given)).toBe(false));

it.each<[string, Kind<unknown>, unknown, unknown]>([
	['flag', flag, true, true],
	['flag', flag, 'true', true],
	['flag', flag, ' FALSE ', false],
	['flag', flag, '\u200Btrue\uFEFF', true],
	['flag', flag, 1, '! is "1", where true or false is meant'],
	['flag', flag, 'yes', '! is "yes", where true or false is meant'],
	['flag', flag, [true], '! is "[true]", where true or false is meant'],
	['whole number', wholeNumber(1, 100), 100, 100],
	['whole number', wholeNumber(1, 100), '100', 100],
	['whole number', wholeNumber(1, 100), ' 7 ', 7],
	['whole number', wholeNumber(1, 100), '\u200B7\u2060', 7],
	['whole number', wholeNumber(1, 100), 0, '! is "0", where a whole number from 1 to 100 is meant'],
	['whole number', wholeNumber(1, 100), 7.5, '! is "7.5", where a whole number from 1 to 100 is meant'],
	['whole number', wholeNumber(1), '1.000', '! is "1.000", where a whole number of 1 or more is meant'],
	['whole number', wholeNumber(1), '7.0', 7],
	['number', numberBetween(0, 1000), '0.125', 0.125],
	['whole number', wholeNumber(1), 'a', '! is "a", where a whole number of 1 or more is meant'],
	['whole number', wholeNumber(1), true, '! is "true", where a whole number of 1 or more is meant'],
	['whole number', wholeNumber(1), [5], '! is "[5]", where a whole number of 1 or more is meant'],
	['number', numberBetween(0, 1000), 7.5, 7.5],
	['number', numberBetween(0, 1000), '0.5', 0.5],
	['number', numberBetween(0, 1000), '\uFEFF0.5\u200B', 0.5],
	['number', numberBetween(0, 1000), -1, '! is "-1", where a number from 0 to 1000 is meant'],
	['number', numberBetween(0, 1000), Number.NaN, '! is "NaN", where a number from 0 to 1000 is meant'],
	['choice', choice(['1', '3']), '1', '1'],
	['choice', choice(['1', '3']), 3, '3'],
	['choice', choice([35, 100]), '100', 100],
	['choice', choice(['a', 'b']), 'a\u200B', 'a'],
	['choice', choice(['a', 'b']), 'c', '! is "c", which is none of its choices'],
	['choice', choice(['a', 'b']), { a: 1 }, '! is "{"a":1}", which is none of its choices'],
	['phone', phone, '0901 888 484', '0901888484'],
	['phone', phone, '0901', '! : "0***1" has 4 digits, a Vietnamese mobile number has 10, e.g. 0901888484 or +84901888484'],
	['ID', id, '4097311281936189049', '4097311281936189049'],
	['ID', id, 205644, '205644'],
	['ID', id, '20-5', '! "20-5" is not an ID: it has digits only, at most 20'],
	['ID', id, Number('4097311281936189049'), '! is "409***000", which was rounded, because it came as a number: give it as text'],
	['Zalo user ID', zaloUserId, '31215806834323092x', '! "312***092x" is not an ID: it has digits only, at most 20'],
	['Zalo user ID', zaloUserId, '31215806834323092', '31215806834323092'],
	['Zalo user ID', zaloUserId, '0901888484', '! "090***484" is a phone number, not a Zalo user ID'],
	['Zalo user ID', zaloUserId, '84901888484', '! "849***484" is a phone number, not a Zalo user ID'],
	['Zalo user ID', zaloUserId, '+84 901 888 484', '! "+84 9*** 484" is a phone number, not a Zalo user ID'],
	['Zalo user ID', zaloUserId, 901888484, '! "90***84" is a phone number, not a Zalo user ID'],
	['URL', webUrl, 'https://example.com/a', 'https://example.com/a'],
	['URL', webUrl, 'https://example.com/?q=Đơn hàng', `! "https://example.com/?q=Đơn hàng" ${SPACE}`],
	['URL', webUrl, 'an example', '! "an example" is not a URL, it must start with https://'],
	['URL', webUrl, 'example.com', '! "example.com" is not a URL, it must start with https://'],
	['URL that is called', calledUrl(true), ' https://n8n.myshop.vn/webhook/1?cid=42 ', 'https://n8n.myshop.vn/webhook/1?cid=42'],
	['URL', webUrl, 'https://example.com/undefined', '! holds "undefined", which an expression gives where it finds no value: check the name of the field in it'],
	['URL that is called', calledUrl(true), 'http://n8n.myshop.vn/webhook/1', 'http://n8n.myshop.vn/webhook/1'],
	['URL that is called', calledUrl(true), 'http://localhost:5678/webhook/1', '! is "http://localhost:5678/webhook/1", but localhost cannot be reached from the internet'],
	['URL that is called', calledUrl(true), 'https://an:secret@n8n.local/1', '! is "https://***@n8n.local/1", but n8n.local cannot be reached from the internet'],
	['URL that is called', calledUrl(true), 'n8n', '! "n8n" is not a URL, it must start with https://'],
	['URL that is called', calledUrl(true), 'https://n8n:x/1', '! "https://n8n:x/1" is not a URL that can be read: check its host and its port'],
	['URL that is called', calledUrl(true), 'https://n8n.myshop.vn/web hook/1', `! "https://n8n.myshop.vn/web hook/1" ${SPACE}`],
	['URL that is called by a stand-in', calledUrl(false), 'http://localhost:5678/webhook/1', 'http://localhost:5678/webhook/1'],
	['URL that is called by a stand-in', calledUrl(false), 'n8n', '! "n8n" is not a URL, it must start with https://'],
	['time', vietnamTime, '2020-01-02T08:30:00', '2020-01-02 20:30:00'],
	['time', vietnamTime, '2020-01-02T08:30:00+07:00', '2020-01-02 08:30:00'],
	['time', vietnamTime, 'soon', '! is "soon", which is not a date'],
	['end of a time', toItsEnd(vietnamTime), '31/12/2026', '2026-12-31 23:59:59'],
	['end of a time', toItsEnd(vietnamTime), ' 1/2/2026 ', '2026-02-01 23:59:59'],
	['end of a time', toItsEnd(vietnamTime), '2026-12-31', '2027-01-01 11:59:59'],
	['end of a time', toItsEnd(vietnamTime), 46205, '2026-07-02 23:59:59'],
	['end of a time', toItsEnd(vietnamTime), '46205', '2026-07-02 23:59:59'],
	['end of a time', toItsEnd(vietnamTime), 46205.5, '2026-07-02 12:00:00'],
	['end of a time', toItsEnd(vietnamTime), '31/12/2026 08:30', '2026-12-31 08:30:00'],
	['end of a time', toItsEnd(vietnamTime), '2026-12-31T00:00:00+07:00', '2026-12-31 00:00:00'],
	['end of a time that the last year has no room for', toItsEnd(vietnamTime), '9999-12-31', '9999-12-31 12:00:00'],
	['end of a time that spreadsheets have no room for', toItsEnd(vietnamTime), 73415, '2100-12-31 00:00:00'],
	['end of a time', toItsEnd(vietnamTime), '2026-02-30', '! is "2026-02-30", but there is no 30 February 2026'],
	['day', vietnamDay, '31/12/2026', '2026-12-31'],
	['day', vietnamDay, '2026-12-31', '2026-12-31'],
	['day', vietnamDay, '2026-12-31T00:00:00', '2026-12-31'],
	['day', vietnamDay, '2026-12-31T20:00:00', '2026-12-31'],
	['day', vietnamDay, '2026-12-31T20:00:00-05:00', '2027-01-01'],
	['day', vietnamDay, '2026-12-30T17:00:00Z', '2026-12-31'],
	['day', vietnamDay, 46205, '2026-07-02'],
	['day', vietnamDay, 'soon', '! is "soon", which is not a date'],
	['future time', futureTime, '2020-01-02T08:30:00+07:00', '! is 2020-01-02 08:30:00 in Vietnam, which is over'],
	['object', jsonObject, '{"a": 1}', { a: 1 }],
	['object', jsonObject, '\uFEFF{"a": 1}\u200B', { a: 1 }],
	['object', jsonObject, { a: 1 }, { a: 1 }],
	['object', jsonObject, '{"total": 150.000, "rate": 1.10, "none": 0.00, "float": 150000.0, "half": 1.5, "many": 1500}', { total: '150.000', rate: '1.10', none: '0.00', float: 150000, half: 1.5, many: 1500 }],
	['object', jsonObject, '{"text": "is 150.000", "in": [-1.250, {"order": 12e5}], "sum": 165000.00000000003}', { text: 'is 150.000', in: ['-1.250', { order: '12e5' }], sum: 165000.00000000003 }],
	['object', jsonObject, '[1]', '! is a list, where an object is meant'],
	['object', jsonObject, '7', '! is a number, where an object is meant'],
	['object', jsonObject, new Date(0), '! is a date, where an object is meant'],
	['object', jsonObject, '{"name": "An "Bình" Lê"}', '! is not JSON: it breaks at character 15, near "name": "An "Bình" Lê"}"'],
	['email', email, ' ha@khach.example\u200B', 'ha@khach.example'],
	['email', email, 'a@b@c', '! "a@b@c" is not an email address'],
	['object', jsonObject, '{"name": An}', '! is not JSON: it breaks near "{"name": An}"'],
	['object', jsonObject, '{"name": "An', '! is not JSON: it breaks at its end: something is not closed'],
])('%s %#', (_what, kind, given, expected) => expect(read(kind, given)).toEqual(expected));

it.each(['Asia/Singapore', 'Pacific/Auckland', 'America/New_York'])('a day stays that day where the workflow is in %s', (zone) => {
	for (const day of ['2026-12-31', '2026-12-31T00:00:00', '31/12/2026']) expect(vietnamDay(day, zone)).toEqual({ ok: true, value: '2026-12-31' });
});

it('JSON that breaks shows the form that does not', () => {
	expect(jsonObject('{"name": "An "B"}', ZONE)).toMatchObject({ ok: false, advice: expect.stringContaining('{{ { name: $json.name } }}') });
});

it.each(['ha', 'ha@', '@khach.example', 'a b@c', 5])('%p is no email address', (given) => expect(email(given, ZONE).ok).toBe(false));

const KINDS: Array<Kind<unknown>> = [email, flag, wholeNumber(1), numberBetween(0, 9), choice(['a', 7]), phone, id, zaloUserId, customerText, filledText, webUrl, calledUrl(true), calledUrl(false), vietnamTime, toItsEnd(vietnamTime), vietnamDay, futureTime, jsonObject, text];

it('no kind throws or speaks of a library, whatever it is given', () => {
	fc.assert(
		fc.property(fc.constantFrom(...KINDS), fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.date({ noInvalidDate: false })), (kind, given) => {
			fc.pre(!isUnset(given));
			const reading = kind(given, ZONE);
			if (!reading.ok) expect(reading.fault.replace(/"[^]*"/, '')).not.toMatch(/invalid_|expected|received|undefined|\[object|Zod|\n/i);
		}),
		{ numRuns: 1000 },
	);
});
