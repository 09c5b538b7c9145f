import fc from 'fast-check';
import { fetch } from 'undici';
import { OFFICIAL_ACCOUNT, USER, useTransactions } from './transactions.mjs';

const transactions = useTransactions();

describe('any message', () => {
	const words = fc.oneof(
		fc.constantFrom('', 'Mã đơn', 'Tên khách hàng', 'Trạng thái', 'Status', 'Order Code', 'Customer Name', 'ễ'.normalize('NFD').repeat(25), '📲'.repeat(26), 'x'.repeat(35), 'x'.repeat(101), 'y'.repeat(251)),
		fc.string({ unit: 'grapheme', maxLength: 40 }),
	);
	const row = fc.record({ key: words, value: words, style: fc.constantFrom('', 'green', 'yellow', 'purple') }, { requiredKeys: ['key', 'value'] });
	const align = fc.constantFrom('left', 'center', 'right');
	const elements = fc.record({
		banner: fc.option(fc.constantFrom('https://a.vn/b.png', 'https://a.vn/b.jpg', 'http://a.vn/b.png', 'https://a.vn/b.gif')),
		header: fc.option(words),
		texts: fc.array(fc.record({ content: words, align }), { maxLength: 3 }),
		rows: fc.option(fc.array(row, { maxLength: 6 }), { nil: undefined, freq: 20 }),
	});
	const button = fc.oneof(
		fc.record({ title: words, image_icon: fc.constant(''), type: fc.constant('oa.open.url'), payload: fc.record({ url: fc.constantFrom('https://a.vn', 'a.vn', '') }) }),
		fc.record({ title: words, type: fc.constantFrom('oa.query.show', 'oa.query.hide'), payload: fc.oneof(words, fc.constant('q'.repeat(1001))) }),
		fc.record({ title: words, type: fc.constant('oa.open.sms'), payload: fc.record({ content: fc.oneof(words, fc.constant('s'.repeat(161))), phone_code: fc.constantFrom('0901888484', '84901888484', '12', '') }) }),
		fc.record({ title: words, type: fc.constant('oa.open.phone'), payload: fc.record({ phone_code: fc.constantFrom('0901888484', '19001234', 'abc') }) }),
	);
	const anything = fc.record({ language: fc.constantFrom('VI', 'EN'), elements, buttons: fc.array(button, { maxLength: 5 }) });

	/** Texts at and near the limits of most fields, never empty. */
	const fine = fc.oneof(fc.constantFrom('a', 'x'.repeat(25), 'ễ'.normalize('NFD').repeat(25), '📲'.repeat(25)), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 25 }).filter((text) => text.trim() !== ''));
	const nearlyRight = fc.constantFrom('VI', 'EN').chain((language) =>
		fc.record({
			language: fc.constant(language),
			elements: fc.record({
				banner: fc.option(fc.constant('https://a.vn/b.png')),
				header: fc.option(fine),
				texts: fc.array(fc.record({ content: fine, align }), { maxLength: 2 }),
				rows: fc
					.tuple(
						fine,
						fc.constantFrom('green', 'blue', 'yellow', 'red', 'grey', 'pink'),
						fc.array(fc.record({ key: fine, value: fine }), { maxLength: 4 }),
					)
					.map(([value, style, more]) => [
						{ key: language === 'VI' ? 'Mã đơn' : 'Order Code', value },
						{ key: language === 'VI' ? 'Trạng thái' : 'Status', value, style },
						...more,
					]),
			}),
			buttons: fc.array(
				fc.oneof(
					fc.record({ title: fine, type: fc.constant('oa.open.url'), payload: fc.constant({ url: 'https://a.vn' }) }),
					fc.record({ title: fine, type: fc.constantFrom('oa.query.show', 'oa.query.hide'), payload: fine }),
					fc.record({ title: fine, type: fc.constant('oa.open.phone'), payload: fc.constant({ phone_code: '0901888484' }) }),
				),
				{ maxLength: 5 },
			),
		}),
	);
	const message = fc.oneof(anything, nearlyRight);

	it('that the node accepts is accepted by the simulator, and what it refuses breaks a rule there too', async () => {
		const seen = { sent: 0, refused: 0 };
		await fc.assert(
			fc.asyncProperty(message, async ({ language, elements: parts, buttons }) => {
				transactions.simulator.reset();
				transactions.simulator.configure({ esms: { follower: { tableRows: 'fiveInAll', bannerExtension: 'required' } } });
				const list = [
					...(parts.banner === null ? [] : [{ type: 'banner', image_url: parts.banner }]),
					...(parts.header === null ? [] : [{ type: 'header', content: parts.header }]),
					...parts.texts.map((text) => ({ type: 'text', ...text })),
					...(parts.rows ? [{ type: 'table', content: parts.rows }] : []),
				];
				const content = { elements: list, ...(buttons.length > 0 && { buttons }) };
				const { error } = await transactions.run({ operation: 'order', language, specifyMessage: 'json', messageJson: JSON.stringify(content) });
				if (error === undefined) {
					seen.sent++;
					expect(transactions.simulator.messages()).toHaveLength(1);
					return;
				}
				seen.refused++;
				expect(transactions.simulator.requests()).toEqual([]);
				const direct = await fetch(`${transactions.simulator.esmsUrl}/MainService.svc/json/SendZaloFollowerMessage_V5_post_json/`, {
					method: 'POST',
					headers: { 'Content-Type': 'text/plain' },
					body: JSON.stringify({
						ApiKey: 'SIMULATOR-API-KEY', SecretKey: 'SIMULATOR-SECRET-KEY', OAID: OFFICIAL_ACCOUNT,
						Payload: { recipient: { user_id: USER }, message: { attachment: { type: 'template', payload: { template_type: 'transaction_order', language, ...content } } } },
					}),
				});
				expect(await direct.json()).toEqual(expect.objectContaining({ CodeResult: '210' }));
			}),
			{ numRuns: 300 },
		);
		// Both kinds were really tried.
		expect(seen.sent).toBeGreaterThan(10);
		expect(seen.refused).toBeGreaterThan(10);
	});
});
