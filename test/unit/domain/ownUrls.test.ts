import { withoutCallbackUrls, withoutOwnUrls } from '../../../nodes/domain/ownUrls';
import { busyClock, RUNAWAY_MS } from '../../support/processor.mjs';

describe('withoutOwnUrls leaves no more than the host of a URL that starts or resumes a run', () => {
	it.each([
		['https://n8n.myshop.vn/webhook/1/zns-delivery', 'https://n8n.myshop.vn/…'],
		['http://127.0.0.1:5678/webhook-test/1/x?a=1', 'http://127.0.0.1:5678/…'],
		['a "https://n8n.myshop.vn/webhook-waiting/7/n?signature=T&cb=" b', 'a "https://n8n.myshop.vn/…" b'],
		['<p>https://n8n.myshop.vn/form-waiting/7</p>', '<p>https://n8n.myshop.vn/…</p>'],
		['{"url":"https:\\/\\/n8n.myshop.vn\\/webhook\\/1\\/x"}', '{"url":"…"}'],
		['url=https%3A%2F%2Fn8n.myshop.vn%2Fwebhook-waiting%2F7%3Fsignature%3DT', '…'],
		['/webhook/1/x', '…'],
	])('%s', (text, expected) => {
		expect(withoutOwnUrls(text)).toBe(expected);
	});

	it.each(['https://myshop.vn/webhooks/1', 'https://myshop.vn/my-form/1', 'webhook / form', 'https://myshop.vn/', ''])('%s stays as it is', (text) => {
		expect(withoutOwnUrls(text)).toBe(text);
	});

	it('a text of many MB takes no time', () => {
		const busy = busyClock();
		withoutOwnUrls('https://'.repeat(500_000));
		withoutOwnUrls('%2Fwebhook '.repeat(500_000));
		expect(busy()).toBeLessThan(RUNAWAY_MS);
	});
});

it('withoutCallbackUrls leaves what holds none the same object', () => {
	const raw = { SMSID: '1', list: [{ a: 'b' }], CallbackUrl: '' };
	expect(withoutCallbackUrls(raw)).toBe(raw);
});
