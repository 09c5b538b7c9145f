import fc from 'fast-check';
import { eventIdOf, joinReports, type DeliveryReport } from '../../../nodes/domain/deliveryReport';
import { failureOf, type Failure } from '../../../nodes/domain/failure';
import { withSecondLeg } from '../../../nodes/domain/secondLeg';

describe('eventIdOf', () => {
	it('is the same for the same parts, and short and plain enough for a data table', () => {
		expect(eventIdOf('esms', 'id', '5', '1', '0')).toBe(eventIdOf('esms', 'id', '5', '1', '0'));
		expect(eventIdOf('esms', 'id', '5', '1', '0')).toMatch(/^[0-9a-f]{32}$/);
	});

	it('tells events apart whose parts only run together to the same text', () => {
		expect(eventIdOf('a', 'bc')).not.toBe(eventIdOf('ab', 'c'));
		expect(eventIdOf('a","b')).not.toBe(eventIdOf('a', 'b'));
	});

	it('differs where any part differs', () => {
		const parts = fc.array(fc.string(), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(parts, parts, (a, b) => {
				expect(eventIdOf(...a) === eventIdOf(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
			}),
		);
	});
});

describe('joinReports', () => {
	const NO_REASON = failureOf(null, 'No reason was given', 'unknown');
	const REASON = failureOf('-118', 'No Zalo account', 'unreachable');
	const failed = (failure: Failure, more: Partial<DeliveryReport> = {}) =>
		({ channel: 'zns', outcome: 'failed', final: true, failure, requestId: null, deliveredAt: null, ...more }) as DeliveryReport;
	const adviceOf = (known: DeliveryReport, told: DeliveryReport) => {
		const { failure } = joinReports(known, told);
		return [failure?.code, failure?.fallbackAdvised];
	};

	it('keeps that an SMS stands behind the message, of which the call that knows the reason says nothing', () => {
		expect(adviceOf(failed(withSecondLeg(NO_REASON)), failed(REASON))).toEqual(['-118', false]);
		expect(adviceOf(failed(REASON), failed(withSecondLeg(NO_REASON)))).toEqual(['-118', false]);
		const onItsWay = { ...failed(NO_REASON, { requestId: 'znssms-1', outcome: 'pending', final: false }), failure: null };
		expect(adviceOf(onItsWay, failed(REASON))).toEqual(['-118', false]);
	});

	it('advises an SMS where none stands behind the message', () => {
		expect(adviceOf(failed(NO_REASON, { requestId: 'zns-1' }), failed(REASON))).toEqual(['-118', true]);
	});

	it('of the SMS itself nothing stands behind', () => {
		expect(adviceOf(failed(withSecondLeg(NO_REASON), { channel: 'unknown' }), failed(REASON, { channel: 'sms' }))).toEqual(['-118', true]);
	});

	it('keeps no reason for an outcome that is known by now', () => {
		const divided = { ...failed(NO_REASON, { outcome: 'unknown', final: false, unknownBecause: '1 of 2' }), failure: null };
		expect(joinReports(divided, failed(REASON))).not.toHaveProperty('unknownBecause');
		expect(joinReports(divided, { ...divided, unknownBecause: '2 of 4' }).unknownBecause).toBe('1 of 2');
	});

	it('a message that arrived has no failure', () => {
		const delivered = { ...failed(NO_REASON, { outcome: 'delivered' }), failure: null };
		expect(joinReports(failed(withSecondLeg(NO_REASON)), delivered).failure).toBeNull();
	});
});
