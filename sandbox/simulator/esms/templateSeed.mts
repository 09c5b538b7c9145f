import { readableText, type ParameterType, type TemplateParameter, type ZnsTemplate } from '../zalo/templates.mjs';

/** The first of the account's Official Accounts. */
export const ESMS_OA = '745830328927467685';
const SVOUCHER = '4097311281936189049';

/** TempContent of the sample of esms.md 10.10, verbatim. */
const OTP_HTML =
	'<div class="group-desc" style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); color: #131820; font-family: Muli, sans-serif; font-size: 16px;"> <p style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); margin: 0px; padding: 0px; color: #394e60; font-size: 0.875rem; line-height: 20px;">Mã OTP của bạn là</p> </div> <p><span class="otp-code" style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); font-weight: bold; color: #131820; font-size: 1.5rem; letter-spacing: 3.75px; line-height: 24px; display: block; padding: 12px 0px; font-family: Muli, sans-serif;">{{otp}}</span></p> <div class="group-desc" style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); color: #131820; font-family: Muli, sans-serif; font-size: 16px;"> <p style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); margin: 0px; padding: 0px; color: #394e60; font-size: 0.875rem; line-height: 20px;">Không tiết lộ cho bất kỳ ai, Mã xác nhận sẽ có hiệu lực trong 5 phút.</p> </div>';

const ORDER_HTML =
	'<div class="title"><p><b>Đơn hàng đã được xác nhận</b></p></div>' +
	'<p>Xin chào <b>{{customer_name}}</b>, cảm ơn bạn đã mua hàng.</p>' +
	'<table><tr><td>Mã đơn hàng: </td><td>{{order_code}}</td></tr>' +
	'<tr><td>Sản phẩm: </td><td>{{product_name}}</td></tr><tr><td>Số lượng: </td><td>{{quantity}}</td></tr>' +
	'<tr><td>Thanh toán: </td><td>{{payment_amount}} VNĐ</td></tr><tr><td>Ngày giao: </td><td>{{delivery_date}}</td></tr>' +
	'<tr><td>Địa chỉ: </td><td>{{address}}</td></tr><tr><td>Điện thoại: </td><td>{{phone}}</td></tr>' +
	'<tr><td>Email: </td><td>{{email}}</td></tr></table>';

/** A parameter that must be given. */
export function parameter(name: string, maxLength: number, type: ParameterType = 'type_text'): TemplateParameter {
	return { name, type, maxLength, required: true, acceptsEmpty: false };
}

/** What the templates have in common; the values are those of the detail sample of esms.md 10.11. */
export function template(own: Pick<ZnsTemplate, 'id' | 'oaId' | 'name' | 'html' | 'parameters'> & Partial<ZnsTemplate>): ZnsTemplate {
	return {
		smsType: 25,
		text: readableText(own.html),
		status: 'ENABLE',
		reason: 'Template đã được duyệt',
		tag: 'TRANSACTION',
		quality: null,
		previewUrl: `https://account.zalo.cloud/znspreview/simulator-${own.id}`,
		timeout: 7_200_000,
		buttons: [],
		...own,
	};
}

/** The ZNS templates of the account. Limits of 200607 are those of zalo.md 4.3. */
export const ZNS_TEMPLATES: readonly ZnsTemplate[] = [
	template({
		id: '205644',
		oaId: SVOUCHER,
		name: 'Xác nhận đăng ký dịch vụ',
		smsType: 24,
		html: OTP_HTML,
		parameters: [parameter('otp', 10)],
	}),
	template({
		id: '200607',
		oaId: SVOUCHER,
		name: 'Xác nhận đơn hàng',
		html: ORDER_HTML,
		parameters: [
			parameter('customer_name', 30),
			parameter('order_code', 30),
			parameter('address', 200),
			parameter('phone', 15),
			parameter('email', 50),
			parameter('product_name', 200),
			parameter('quantity', 12, 'type_number'),
			parameter('payment_amount', 12, 'type_number'),
			parameter('delivery_date', 20, 'type_date'),
		],
	}),
	template({
		id: '267247',
		oaId: SVOUCHER,
		name: 'Đánh giá dịch vụ - text',
		html:
			'<p>Cảm ơn {{customer_name}} đã sử dụng dịch vụ {{product_name}}.</p>' +
			'<p>Mã khách hàng: {{order_code}}</p><p>Ngày: {{date}}</p><p>Mời bạn đánh giá dịch vụ.</p>',
		parameters: [
			parameter('customer_name', 100),
			parameter('product_name', 100),
			parameter('order_code', 30),
			parameter('date', 30),
		],
		quality: 'null',
		previewUrl: 'https://account.zalo.cloud/znspreview/NqFkYJ14yilzdlAXteG_rQ==',
		buttons: [{ title: 'Quan tâm OA', content: 'https://oa.zalo.me/4097311281936189049', type: 2 }],
	}),
	template({
		id: '540680',
		oaId: SVOUCHER,
		name: 'Khuyến mãi tháng 8',
		html: '<p>Chào {{customer_name}}, nhận ngay ưu đãi {{voucher_code}}.</p>',
		parameters: [parameter('customer_name', 30), parameter('voucher_code', 30)],
		status: 'REJECT',
		reason: 'Template có nội dung quảng cáo',
		tag: 'PROMOTION',
	}),
	template({
		id: '310452',
		oaId: ESMS_OA,
		name: 'Nhắc lịch hẹn',
		html:
			'<p>Xin chào <b>{{customer_name}}</b>, bạn có lịch hẹn tại cửa hàng.</p>' +
			'<p>Thời gian: {{appointment_time}}</p><p>Địa chỉ: {{address}}</p><p>Mã lịch hẹn: {{booking_code}}</p>',
		tag: 'CUSTOMER_CARE',
		parameters: [
			parameter('customer_name', 30),
			parameter('appointment_time', 20, 'type_date'),
			parameter('address', 200),
			parameter('booking_code', 30),
		],
	}),
	template({
		id: '310453',
		oaId: ESMS_OA,
		name: 'Thông báo giao hàng',
		html: '<p>Đơn hàng {{order_code}} của {{customer_name}} đang được giao.</p><p>Ngày giao dự kiến: {{delivery_date}}</p>',
		parameters: [parameter('order_code', 30), parameter('customer_name', 30), parameter('delivery_date', 20, 'type_date')],
	}),
];
