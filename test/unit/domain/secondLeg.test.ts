import fc from 'fast-check';
import { failureOf } from '../../../nodes/domain/failure';
import { deriveRequestId, requestKeyOf, type RequestIdChoice } from '../../../nodes/domain/requestId';
import { FIRST_LEG, markFirstLeg, secondLegIsUnderWay, withSecondLeg } from '../../../nodes/domain/secondLeg';
import { expressQuery } from '../providers/expressQuery';

const HOOK = 'https://n8n.myshop.vn/webhook/8d2b9fa3/zns-delivery';
const CALLBACK = 'SMSID=d8e0f1f0702544b2acb456ca9ccfd111250&SendFailed=1&SendStatus=5&SendSuccess=0&RequestId=&TypeId=25';

/** What eSMS may make of a callback URL and its own query. */
const JOINS: Array<[string, (url: string) => string]> = [
	['by a second ?', (url) => `${url}?${CALLBACK}`],
	['by &', (url) => `${url}${url.includes('?') ? '&' : '?'}${CALLBACK}`],
	['in front of the query of the URL', (url) => `${url.split('?')[0]}?${CALLBACK}&${url.split('?')[1] ?? ''}`],
];

const CHOICES: RequestIdChoice[] = [{ by: 'content' }, { by: 'execution', executionId: '7' }, { by: 'key', key: 'DH001-paid' }, { by: 'key', key: 'Đơn 1' }];

const idOf = (channel: string, choice: RequestIdChoice) =>
	deriveRequestId({ workflowId: 'w', nodeId: 'n', operation: 'multiChannel.sendZaloThenSms', channel, recipient: '0901888484', content: {}, sandbox: false }, choice) ?? null;

describe('the request ID of a first leg', () => {
	it.each(CHOICES)('says that an SMS stands behind it: %j', (choice) => {
		const requestId = idOf(FIRST_LEG, choice);
		expect(requestId?.length).toBeLessThanOrEqual(50);
		expect(secondLegIsUnderWay({ requestId })).toBe(true);
		expect(secondLegIsUnderWay({ channel: 'zns', requestId })).toBe(true);
	});

	it('keeps a key of the user as long as that of other messages', () => {
		const longest = 'DH-2026.11.21_confirmed1';
		for (const prefix of [FIRST_LEG, 'zns']) expect(requestKeyOf(idOf(prefix, { by: 'key', key: longest }))).toBe(longest);
	});

	it.each([
		...['zns', 'sms', 'viber', 'ads', 'zalo'].flatMap((channel) => CHOICES.map((choice) => idOf(channel, choice))),
		// A key of the user that looks like it.
		idOf('zns', { by: 'key', key: 'znssms-1' }),
		idOf('zns', { by: 'key', key: 'znssms.1' }),
		'znssms', 'znssmsx-1', 'xznssms-1', '', null, undefined,
	])('no other one does: %s', (requestId) => {
		expect(secondLegIsUnderWay({ requestId })).toBe(false);
	});
});

describe('the address of a first leg', () => {
	it.each([
		[HOOK, `${HOOK}?secondLeg=sms`],
		[`${HOOK}/`, `${HOOK}/?secondLeg=sms`],
		// A query of the user's own stays as it is, character by character.
		[`${HOOK}?cid=42`, `${HOOK}?cid=42&secondLeg=sms`],
		[`${HOOK}?a=%C4%91%20b&a=2&c`, `${HOOK}?a=%C4%91%20b&a=2&c&secondLeg=sms`],
		[`${HOOK}?a=1#x#y`, `${HOOK}?a=1&secondLeg=sms#x#y`],
		['http://127.0.0.1:5678/webhook-test/1/zns-delivery', 'http://127.0.0.1:5678/webhook-test/1/zns-delivery?secondLeg=sms'],
		// Marked already.
		[`${HOOK}?secondLeg=sms`, `${HOOK}?secondLeg=sms`],
		[`${HOOK}?secondLeg=smsx`, `${HOOK}?secondLeg=smsx&secondLeg=sms`],
	])('%s gets the mark', (url, marked) => {
		expect(markFirstLeg(url)).toBe(marked);
	});

	it.each(['https://esms.vn/webhook/', 'https://n8n.myshop.vn/webhook/1', 'https://myshop.vn/zns-delivery/esms', 'https://myshop.vn/?u=/zns-delivery', 'https://myshop.vn/my-zns-delivery', 'zns-delivery', ''])(
		'%s stays as it is: nobody knows whether it can read a second query',
		(url) => {
			expect(markFirstLeg(url)).toBe(url);
		},
	);

	it.each(JOINS)('the mark comes back when eSMS joins its query %s', (_how, join) => {
		for (const url of [HOOK, `${HOOK}?cid=42`, `${HOOK}?x=`]) {
			expect([url, secondLegIsUnderWay({ query: expressQuery(join(markFirstLeg(url))) })]).toEqual([url, true]);
			expect([url, secondLegIsUnderWay({ query: expressQuery(join(url)) })]).toEqual([url, false]);
		}
	});

	it('stands in a stored callback, too (esms.md 10.7)', () => {
		expect(secondLegIsUnderWay({ callbackUrl: markFirstLeg(`${HOOK}?cid=42`) })).toBe(true);
		for (const callbackUrl of [HOOK, `${HOOK}?mysecondLeg=sms`, `${HOOK}?secondLeg=sms2`, `${HOOK}?secondLeg=viber`, '', null]) {
			expect([callbackUrl, secondLegIsUnderWay({ callbackUrl })]).toEqual([callbackUrl, false]);
		}
	});

	it('is understood in an address that comes back encoded or escaped', () => {
		const marked = markFirstLeg(`${HOOK}?cid=42`);
		for (const callbackUrl of [encodeURIComponent(marked), encodeURIComponent(encodeURIComponent(markFirstLeg(HOOK))), marked.replaceAll('&', '&amp;')]) {
			expect([callbackUrl, secondLegIsUnderWay({ callbackUrl })]).toEqual([callbackUrl, true]);
		}
	});

	it('is read whatever the case of its name, as those of eSMS are, and from a list', () => {
		expect(secondLegIsUnderWay({ query: { SECONDLEG: 'sms' } })).toBe(true);
		expect(secondLegIsUnderWay({ query: { secondLeg: ['', 'sms'] } })).toBe(true);
	});

	it.each([{ secondLeg: 1 }, { secondLeg: null }, { secondLeg: { sms: 'sms' } }, { leg: 'sms' }, {}])('nothing else is taken for it: %j', (query) => {
		expect(secondLegIsUnderWay({ query })).toBe(false);
	});
});

it('the SMS is the last leg itself: nothing is under way behind it', () => {
	expect(secondLegIsUnderWay({ channel: 'sms', requestId: idOf(FIRST_LEG, { by: 'content' }), query: { secondLeg: 'sms' }, callbackUrl: markFirstLeg(HOOK) })).toBe(false);
});

it('a failed first leg advises no SMS, says why, and keeps what went wrong', () => {
	for (const failureClass of ['unreachable', 'unknown', 'billing'] as const) {
		const failure = failureOf('-118', 'No Zalo account', failureClass);
		expect(withSecondLeg(failure)).toEqual({
			...failure,
			fallbackAdvised: false,
			recommendedAction: 'Send no SMS: the provider sends the one that stands behind this message by itself.',
		});
	}
});

it('never throws, whatever comes', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(null))), (text, query) => {
			expect(typeof secondLegIsUnderWay({ requestId: text, callbackUrl: text, query })).toBe('boolean');
			expect(markFirstLeg(text)).toEqual(expect.stringContaining(text.split('#')[0] ?? ''));
		}),
	);
});
