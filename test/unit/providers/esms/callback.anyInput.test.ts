import fc from 'fast-check';
import { readCallback } from '../../../../nodes/providers/esms/callback';
import { RECEIVED, faultOf, reportOf } from './callbackReports';

describe('readCallback, whatever it is given', () => {
	const name = fc.oneof(
		fc.constantFrom(
			'SMSID', 'smsid', 'SendStatus', 'SendSuccess', 'SendFailed', 'TotalPrice', 'TypeId', 'phonenumber', 'error_info',
			'error_infor', 'partnerids', 'ReferenceId', 'SentResult', 'Price', 'RequestId', 'oaid', 'tempid', 'cb', 'cb?SMSID', '?',
			'constructor', 'toString', 'hasOwnProperty', 'prototype',
		),
		fc.string(),
	);
	const text = fc.oneof(
		fc.constantFrom('0', '1', '5', '4', '24', '25', '26', '0901888484', '?SMSID=1', 'x?ReferenceId=2', '{"error":-118}', '%7B', '__proto__'),
		fc.string({ unit: 'binary' }),
		fc.nat().map(String),
	);
	const value = fc.oneof({ weight: 5, arbitrary: text }, fc.array(text), fc.dictionary(name, text), fc.anything({ withBigInt: true }));
	/** As qs makes them, and with a `__proto__` of their own as JSON.parse makes it. */
	const queries = fc
		.tuple(fc.dictionary(name, value), fc.boolean(), value)
		.map(([query, poisoned, poison]) => {
			if (poisoned) Object.defineProperty(query, '__proto__', { value: poison, enumerable: true, configurable: true, writable: true });
			return query;
		});

	it('never throws and leaves the query and all objects untouched', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const before = Object.entries(query);
				const report = readCallback(query, RECEIVED);
				if (report.ok) expect(report.value.raw).toBe(query);
				else expect(report.fault).toMatch(/ is missing$| has the invalid value /);
				expect(Object.entries(query)).toEqual(before);
				expect(Object.keys(Object.prototype)).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	it('never calls a message delivered that failed for anybody', () => {
		const numbers = fc.nat(3).map(String);
		fc.assert(
			fc.property(fc.nat(9).map(String), numbers, fc.integer({ min: 1, max: 500 }).map(String), queries, (SendStatus, SendSuccess, SendFailed, more) => {
				const rest = Object.fromEntries(Object.entries(more).filter(([key]) => !/^send/i.test(key)));
				const report = readCallback({ ...rest, SMSID: 'id1', SendStatus, SendSuccess, SendFailed }, RECEIVED);
				if (report.ok) expect(report.value.outcome).not.toBe('delivered');
			}),
		);
	});

	it('advises a fallback only for a message that did not arrive', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const report = readCallback({ SMSID: 'id1', SendStatus: '5', ...query }, RECEIVED);
				if (!report.ok) return;
				const { failure, outcome, final } = report.value;
				expect(failure !== null).toBe(outcome === 'failed' || outcome === 'rejected');
				if (failure?.fallbackAdvised) expect(final).toBe(true);
			}),
		);
	});
});

describe('a callback that means harm', () => {
	const good = { SMSID: 'd8e0f1f0702544b2acb456ca9ccfd111250', SendStatus: '5', SendSuccess: '1', SendFailed: '0', TypeId: '25' };

	it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('type %s is no channel', (TypeId) => {
		expect(reportOf({ ...good, TypeId }).channel).toBe('unknown');
	});

	it.each([['NUL', 'a\0b'], ['half a character', '\ud83d'], ['two words', 'a b'], ['more than any ID', 'a'.repeat(201)]])('a message ID with %s is refused', (_what, SMSID) => {
		expect(faultOf({ ...good, SMSID })).toMatch(/^SMSID has the invalid value/);
	});

	it('other IDs that nobody could have given are none, and do not cost the outcome', () => {
		const bad = 'x'.repeat(1_000_000);
		expect(reportOf({ ...good, RequestId: bad, partnerids: '\0', oaid: ' ', tempid: bad })).toMatchObject({
			outcome: 'delivered', requestId: null, zaloMessageId: null, oaId: null, templateId: null,
		});
	});

	it('more parameters than a web server reads are refused', () => {
		const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, '1']));
		expect(faultOf({ ...good, ...many })).toBe('it has more than 1000 parameters');
	});
});
