import fc from 'fast-check';
import type { Template } from '../../../../nodes/domain/template';
import { page } from '../../../../nodes/shared/preview/page';
import { plainPicture, smsPicture, viberPicture } from '../../../../nodes/shared/preview/text';
import { consultationPicture, transactionPicture } from '../../../../nodes/shared/preview/zalo';
import { scenarioPicture } from '../../../../nodes/shared/caresoft/preview';
import { znsPicture } from '../../../../nodes/shared/preview/zns';
import sample from '../../../fixtures/esms/transaction.json';
import { hostileText, isClosed, tagsOf } from './hostile';

const template = (look?: Template['look'], own: Partial<Template> = {}): Template => ({
	id: '200607', name: 'Xác nhận đơn hàng', status: 'ENABLE', statusReason: '', parameters: [], inOrder: true, look, ...own,
});
const zns = (values: Record<string, string>, look?: Template['look']) => znsPicture({ provider: 'eSMS', officialAccount: 'SVoucher', template: template(look), values }).markup;

describe('a ZNS', () => {
	it('shows the text of the template with the values in their places', () => {
		const markup = zns({ name: 'Nguyễn An', code: 'DH001' }, { content: '<p>Chào <b>{{name}}</b>, đơn {{ code }} của {{name}}</p>', buttons: [] });
		expect(markup).toContain('<p>Chào <b>Nguyễn An</b>, đơn DH001 của Nguyễn An</p>');
		expect(markup).not.toContain('{{');
		expect(markup).not.toContain('Parameters that');
	});

	it('a value is not read as a placeholder, a pattern or a character reference', () => {
		expect(zns({ a: '{{b}} $& $1 &lt;', b: 'x' }, { content: '{{a}}{{b}}', buttons: [] })).toContain('{{b}} $&amp; $1 &amp;lt;x');
	});

	it('a place without a value stays visible, whatever JavaScript has under its name', () => {
		expect(zns({}, { content: '{{constructor}} {{note}}', buttons: [] })).toContain('{{constructor}} {{note}}');
	});

	it('shows the buttons, and a value that only they use', () => {
		const markup = zns({ link: 'DH001' }, { content: 'Xin chào', buttons: [{ title: 'Xem đơn', target: 'https://myshop.vn/{{link}}' }] });
		expect(markup).toContain('<div class="button">Xem đơn<span class="small">https://myshop.vn/DH001</span></div>');
		expect(markup).not.toContain('Parameters that');
	});

	it('names the values that the text does not show', () => {
		const markup = zns({ name: 'An', hidden: 'secret code' }, { content: 'Chào {{name}}', buttons: [] });
		expect(markup).toMatch(/Parameters that the text does not show:.*hidden.*secret code/s);
	});

	it.each([[undefined], [{ content: ' ', buttons: [] }]])('shows the values as a table where eSMS gives no text', (look) => {
		const markup = zns({ name: 'An' }, look);
		expect(markup).toContain('<td>name</td><td class="value">An</td>');
		expect(markup).toContain('eSMS gives no text for this template');
	});
});

it('a scenario of CareSoft names its values, or says who fills them in', () => {
	expect(scenarioPicture('366', { ma: '1' }).markup).toContain('<td>ma</td><td class="value">1</td>');
	expect(scenarioPicture('366', undefined).markup).toContain('CareSoft fills in the parameters');
});

it('a transaction message is drawn from its elements, in their order (esms.md 6.7)', () => {
	const { elements, buttons } = sample.Payload.message.attachment.payload;
	const markup = transactionPicture('SVoucher', { elements, buttons } as never).markup;
	const places = [
		'<div class="picture">', 'Trạng thái đơn hàng', '• Cảm ơn bạn đã mua hàng tại cửa hàng.\n• Thông tin', 'eSMS-001', '<td class="value yellow">Đang giao</td>', '250,000đ',
		'<p class="text center">📲 Lưu ý', 'Kiểm tra lộ trình', 'Liên hệ tổng đài<span class="small">Calls 0901888484',
	].map((text) => markup.indexOf(text));
	expect(places).not.toContain(-1);
	expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('an SMS says its length in characters, as they are read', () => {
	expect(smsPicture('MYSHOP', '😀a').markup).toContain('2 characters');
	expect(smsPicture('MYSHOP', 'a').markup).toContain('1 character<');
});

it('no text in any picture changes its tags', () => {
	const button = (text: string) => [
		{ title: text, type: 'oa.open.url' as const, payload: { url: text } }, { title: text, type: 'oa.query.show' as const, payload: text }, { title: text, type: 'oa.query.hide' as const, payload: text },
		{ title: text, type: 'oa.open.sms' as const, payload: { content: text, phone_code: text } }, { title: text, type: 'oa.open.phone' as const, payload: { phone_code: text } },
	];
	const draw = (text: string) =>
		page([
			znsPicture({ provider: 'eSMS', officialAccount: text, template: template({ content: '<p>{{a}}</p>', // A placeholder of the template itself is marked.
			buttons: [{ title: '{{a}}', target: text.replaceAll('{{', '') }] }, { id: text, name: text }), values: { a: text, b: text } }),
			scenarioPicture(text, { a: text }),
			transactionPicture(text, {
				elements: [
					{ type: 'banner', image_url: text }, { type: 'header', content: text, align: text as 'left' }, { type: 'text', content: text }, { type: 'table', content: [{ key: text, value: text, style: text }] },
				],
				buttons: button(text),
			}),
			consultationPicture(text, { form: 'text', text }),
			consultationPicture(text, { form: 'photo', text, media: 'image', imageUrl: text }),
			consultationPicture(text, { form: 'buttons', text, buttons: button(text) }),
			consultationPicture(text, { form: 'userInfoRequest', title: text, subtitle: text, imageUrl: text }),
			smsPicture(text, text),
			viberPicture({ brandname: text, content: `x${text}`, imageUrl: text, button: { label: text, url: text } }),
			plainPicture(text, [text]),
		]);
	const tags = tagsOf(draw('x'));
	fc.assert(
		fc.property(hostileText, (text) => {
			const markup = draw(text);
			expect(isClosed(markup)).toBe(true);
			expect(tagsOf(markup)).toEqual(tags);
		}),
		{ numRuns: 500 },
	);
});
