import { hintsOf, itemsOf, pictureOf, traceOf } from '../preview/stage.mjs';
import { byId } from './account.mjs';
import { order, RATING, useSender } from './sender.mjs';

const account = useSender();
const preview = async (parameters = {}, more = {}) => await account.run([order('0901888484')], { previewOnly: true, ...parameters }, more);

it('shows what would go out, and nothing leaves', async () => {
	const result = await preview();
	expect(result.error).toBeUndefined();
	expect(account.sends()).toEqual([]);
	expect(itemsOf(result)[0]).toMatchObject({
		preview: true, status: 'preview', provider: 'zalo', channel: 'zns', recipient: { phone: '0901888484' }, requestId: expect.stringMatching(/^zns-/),
		request: {
			method: 'POST',
			url: `${account.simulator.zaloUrl}/business/message/template`,
			body: { phone: '84901888484', template_id: RATING, template_data: { customer_name: 'Nguyễn Thị Hoàng Anh', order_code: 'DH1' }, tracking_id: expect.any(String) },
		},
	});
	expect(hintsOf(result)).toEqual([expect.stringContaining("Nothing was sent: 'Preview Only' is on")]);
	expect(traceOf(result)).not.toMatch(/SIMULATOR-(ACCESS|REFRESH|APP)/);
});

it('draws the values, the buttons and the price, and names the page on which Zalo shows the template', async () => {
	const picture = pictureOf(await preview());
	for (const text of ['Nguyễn Thị Hoàng Anh', 'Gói duy trì OA', 'Quan tâm OA', 'https://zalo.me/2893352839501541173', 'Price: 800 VND', 'Zalo shows the template at https://account.zalo.cloud/znspreview/', 'Đánh giá dịch vụ (415203)']) {
		expect(picture).toContain(text);
	}
	expect(picture).not.toMatch(/<(script|img|link|iframe|a|form|input)\b|\ssrc=|\shref=|url\(|@import/i);
});

it('by Zalo user ID it has the price of that way, and no request ID', async () => {
	const result = await preview({ sendTo: 'zaloUserId', zaloUserId: '31215806834323092' });
	expect(pictureOf(result)).toContain('Price: 560 VND');
	expect(itemsOf(result)[0]).toMatchObject({ recipient: { zaloUserId: '31215806834323092' }, requestId: null, request: { url: expect.stringContaining('/openapi/v3.0/oa/message/template') } });
	expect((itemsOf(result)[0]?.request as { body: object }).body).not.toHaveProperty('tracking_id');
});

it('shows a mode where one is set', async () => {
	const result = await preview({ options: { development: true, sendingMode: '3' } });
	expect(itemsOf(result)[0]).toMatchObject({ request: { body: { mode: 'development', sending_mode: '3' } } });
});

it('whatever a template says of itself is text', async () => {
	account.simulator.configure({ zalo: { lists: { oddTemplate: true } } });
	const picture = pictureOf(await preview({ template: byId('99900100000000000001'), templateParametersJson: '{"constructor": "<b>1</b>", "__proto__": "2"}' }));
	expect(picture).toContain('&lt;b&gt;1&lt;/b&gt;');
	expect(picture).toContain('&lt;b&gt;Nút lạ&lt;/b&gt;');
	expect(picture).not.toMatch(/<b>Nút/);
});

it('a bad item fails as a send would', async () => {
	const bad = { templateParametersJson: '{"customer_name": "An"}' };
	const [previewed, sent] = [await preview(bad), await account.run([order('0901888484')], bad)];
	expect(previewed.error?.message).toMatch(/"product_name" is missing/);
	expect([previewed.error?.message, previewed.error?.description]).toEqual([sent.error?.message, sent.error?.description]);
});

it('where the node waits for delivery it does not wait: the item leaves by No Result', async () => {
	const result = await preview({ afterSending: 'wait' });
	expect(result.outputs.map((items) => items.length)).toEqual([1, 0, 0]);
	expect(itemsOf(result)[0]).toMatchObject({ status: 'preview' });
	expect(account.sends()).toEqual([]);
});

it('a retry of the execution shows it again, and Retry On Fail is refused as for a send', async () => {
	expect(itemsOf(await preview({}, { mode: 'retry' }))[0]).toMatchObject({ status: 'preview' });
	expect((await preview({}, { retryOnFail: true })).error?.message).toMatch(/^Retry On Fail is on/);
});
