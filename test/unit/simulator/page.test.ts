import { BASICS_SCRIPT } from '../../../sandbox/simulator/page/basics.mjs';
import { MESSAGES_SCRIPT } from '../../../sandbox/simulator/page/messages.mjs';
import { TRANSACTION_SCRIPT } from '../../../sandbox/simulator/page/transaction.mjs';
import { draw } from './fakeDom.mjs';
import { follower, samplePayload, USER, type Json } from './zaloMessages.mjs';

const SCRIPT = `var reasons = {}; ${BASICS_SCRIPT}${TRANSACTION_SCRIPT}${MESSAGES_SCRIPT}`;

describe('the page draws', () => {
	const body = (message: Json) => draw(SCRIPT, 'bodyOf(message)', message);
	const transaction = (payload: Json, message: Json = {}) => body({ channel: 'zalo', payload: follower(payload, USER, message) });
	const element = (...elements: Json[]) => transaction({ elements });

	it('the sample of a transaction message: banner, header, text, table, text, buttons', () => {
		expect(transaction(samplePayload())).toBe(
			'div.body.transaction(' +
				[
					'div.banner.missing("banner")',
					'div.title@left("Trạng thái đơn hàng")',
					'div.text@left("• Cảm ơn bạn đã mua hàng tại cửa hàng." br() "• Thông tin đơn hàng của bạn như sau:")',
					'div.rows(span.key("Mã khách hàng") span.value("eSMS-001") ' +
						'span.key("Trạng thái") span.value(span.status.yellow("Đang giao")) span.key("Giá tiền") span.value("250,000đ"))',
					'div.text@center("📲 Lưu ý điện thoại. Xin cảm ơn!")',
					'div.button(div.icon.missing("↗") span.label("Kiểm tra lộ trình") span.more("›"))',
					'div.button(div.icon.missing("↗") span.label("Xem lại giỏ hàng") span.more("›"))',
					'div.button(div.icon.missing("☎") span.label("Liên hệ tổng đài") span.more("›"))',
				].join(' ') +
				')',
		);
	});

	it('a picture once it is loaded, and none that is not https', () => {
		expect(element({ type: 'banner', image_url: 'https://exists.example/a.png' })).toContain('div.banner(img())');
		expect(element({ type: 'banner', image_url: 'javascript:alert(1)' })).toContain('div.banner.missing("banner")');
	});

	it('markup as the text it is, but for the line break', () => {
		expect(element({ type: 'text', content: 'a<br/>b<BR><b>c</b>', align: 'x;color:red' })).toContain('div.text("a" br() "b" br() "<b>c</b>")');
		expect(element({ type: 'table', content: [{ key: '<i>k</i>', value: '<br>', style: 'red" onclick="' }] })).toContain(
			'span.key("<i>k</i>") span.value("<br>")',
		);
	});

	it('consultation messages: text with a photo, and the form', () => {
		const photo = { template_type: 'media', elements: [{ media_type: 'image', url: 'https://exists.example/a.png' }] };
		expect(transaction(photo, { text: 'Chào' })).toBe('div.body.transaction(div.text("Chào") div(div.banner(img())))');
		expect(element({ title: 'OA Chatbot', subtitle: 'xin thông tin', image_url: '' })).toContain('div.title("OA Chatbot") div.text("xin thông tin")');
	});

	it('Viber with its picture and button', () => {
		const message = { channel: 'viber', text: 'Chào <b>', body: { OttImgUrl: 'https://exists.example/a.png', OttLabel: 'Xem' } };
		expect(body(message)).toBe('div.body(div.banner(img()) div("Chào <b>") div.pill("Xem"))');
	});

	it('a voice call with what is said and the key, a Voice OTP, and what nobody answered', () => {
		const call = { channel: 'voice', text: 'Xin chào <b>', body: { Ivr: '1' }, senderName: '02871002454', state: 'delivered', createdAt: 0 };
		expect(body(call)).toBe('div.body(span.icon("☎") span.said("Xin chào <b>") div.pill("key 1"))');
		expect(draw(SCRIPT, 'received(message)', call)).toMatch(/^article\.voice\(.*span\("✓ Answered"\)/);
		expect(body({ channel: 'sms', typeId: 8, text: '686868' })).toBe('div.body(span.icon("☎") span.said("686868"))');
		expect(draw(SCRIPT, 'absent(message)', { ...call, state: 'failed' })).toContain('strong("✕ Nobody answered")');
	});

	it('the phone of the newest message first, and on it the newest message', () => {
		const sent = [['0901888484', 'a'], ['0901000118', 'b'], ['0901888484', 'c'], ['0901888585', 'd'], ['0901000118', 'e']].map(([phone, text]) => ({ phone, text }));
		const outline = "byPhone(message).reduce(function (box, entry) { box.append(el('p', '', entry[0] + ' ' + entry[1].map(function (own) { return own.text; }).join(' '))); return box; }, el('div'))";
		expect(draw(SCRIPT, outline, sent)).toBe('div(p("0901000118 e b") p("0901888585 d") p("0901888484 c a"))');
	});

	it('a consultation text as it is', () => {
		expect(body({ channel: 'zalo', text: 'Chào <b>bạn</b>' })).toBe('div.body("Chào <b>bạn</b>")');
	});

	it('what did not arrive with its reason', () => {
		const failed = { channel: 'zalo', state: 'failed', failure: { code: -213, message: 'x' }, senderName: 'SVoucher', createdAt: 0 };
		expect(draw(SCRIPT, 'absent(message)', failed)).toContain('strong("✕ Zalo could not deliver") span.why("−213 x")');
		expect(draw(SCRIPT, 'absent(message)', { ...failed, channel: 'viber' })).toContain('strong("✕ Viber could not deliver")');
	});
});
