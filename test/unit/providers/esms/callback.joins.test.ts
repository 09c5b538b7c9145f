import omit from 'lodash/omit';
import type { DeliveryReport } from '../../../../nodes/domain/deliveryReport';
import { joinCallbackUrl } from '../../../../sandbox/simulator/esms/joinCallbackUrl.mjs';
import type { CallbackSettings } from '../../../../sandbox/simulator/callbackSettings.mjs';
import callbacks from '../../../fixtures/esms/callbacks.json';
import { expressQuery } from '../expressQuery';
import { HOOK, reportOf } from './callbackReports';

const JOINS: Array<CallbackSettings['join']> = ['question', 'ampersand', 'questionAmpersand', 'encodedQuestion', 'encodedQuery', 'ownLast', 'dropQuery'];

/** Queries that a user's own URL may have; some mean something in a voice callback, or to n8n's web server. */
const OWN = ['', '?signature=3f2a&cb=', '?cid=42', '?token=a%20b', '?a[b]=1', '?cb', '?order=1&utm_source=x', '?price=100000', '?ref=https://shop.example.com/?id=7', '?'];

const samples = Object.entries({ delivered: callbacks.znsByUserId, failed: callbacks.znsFailed });

/** The parameters of a sample, as they are written, with one of them first. */
function withFirst(sample: string, name: string): string {
	const parts = sample.split('&');
	const first = parts.filter((part) => part.startsWith(`${name}=`));
	return [...first, ...parts.filter((part) => !first.includes(part))].join('&');
}

/** What a report says, without the words of the callback. */
const told = (report: DeliveryReport) => omit(report, ['receivedAt', 'raw']);

const names = callbacks.znsFailed.split('&').map((part) => part.split('=')[0] as string);

describe('a documented parameter that comes first', () => {
	it('is each of thirteen and more', () => expect(names.length).toBeGreaterThanOrEqual(13));

	it.each(names)('%s: the report is the same on every join, behind whatever query the URL has', (name) => {
		for (const [what, sample] of samples) {
			const expected = told(reportOf(expressQuery(`${HOOK}?${sample}`)));
			expect(expected.outcome).toBe(what);
			for (const join of JOINS) {
				for (const own of OWN) {
					const report = told(reportOf(expressQuery(joinCallbackUrl(`${HOOK}${own}`, withFirst(sample, name), join))));
					expect([join, own, report]).toEqual([join, own, expected]);
				}
			}
		}
	});
});
