import { KINDS, type ParameterKind } from './kinds.mjs';
import type { ZaloButton, ZaloParameter, ZaloTag, ZaloTemplate } from './templates.mjs';

export const TAGS = {
	transaction: { name: 'TRANSACTION', old: 'IN_TRANSACTION' },
	otp: { name: 'TRANSACTION', old: 'OTP' },
	care: { name: 'CUSTOMER_CARE', old: 'ACCOUNT_UPDATE' },
	promotion: { name: 'PROMOTION', old: 'FOLLOW_UP' },
} as const satisfies Record<string, ZaloTag>;

/** A parameter that must be given, as long as its kind allows. */
export function parameter(name: string, kind: ParameterKind, own: Partial<ZaloParameter> = {}): ZaloParameter {
	return { name, kind, maxLength: KINDS[kind].max, minLength: 0, required: true, acceptsNull: false, ...own };
}

/** What the templates have in common; prices are those of the sample of zalo.md 4.1. */
export function template(own: Pick<ZaloTemplate, 'id' | 'name' | 'text' | 'parameters'> & Partial<ZaloTemplate>): ZaloTemplate {
	return {
		buttons: [],
		status: 'ENABLE',
		tag: TAGS.transaction,
		quality: 'HIGH',
		pricePhone: 800,
		priceUid: 560,
		createdAt: Date.parse('2026-01-15T02:30:00Z'),
		otp: false,
		byUid: true,
		foreign: false,
		restsAtNight: false,
		...own,
	};
}

const WEBSITE: ZaloButton = { type: 1, title: 'Truy cập website', content: 'https://simshop.example/' };
const HOTLINE: ZaloButton = { type: 2, title: 'Gọi CSKH', content: '02871002454' };

/** The templates of the Official Account; together they have every kind of parameter (zalo.md 4.3). */
export const TEMPLATES: readonly ZaloTemplate[] = [
	template({
		id: '415201',
		name: 'Xác nhận đăng ký dịch vụ',
		text: 'Mã OTP của bạn là {{otp}}\nKhông tiết lộ cho bất kỳ ai. Mã xác nhận sẽ có hiệu lực trong 5 phút.',
		parameters: [parameter('otp', 'otp', { minLength: 1 })],
		tag: TAGS.otp,
		pricePhone: 300,
		priceUid: 0,
		otp: true,
		byUid: false,
	}),
	template({
		id: '415202',
		name: 'Xác nhận đơn hàng',
		text:
			'Đơn hàng đã được xác nhận\nXin chào {{customer_name}}, cảm ơn bạn đã mua hàng.\nMã đơn hàng: {{order_code}}\n' +
			'Sản phẩm: {{product_name}}\nSố lượng: {{quantity}}\nThanh toán: {{payment_amount}} VNĐ\nNgày giao: {{delivery_date}}\n' +
			'Địa chỉ: {{address}}\nĐiện thoại: {{phone}}\nEmail: {{email}}',
		parameters: [
			parameter('customer_name', 'customer'),
			parameter('order_code', 'code'),
			parameter('address', 'address'),
			parameter('phone', 'phone'),
			parameter('email', 'contact'),
			parameter('product_name', 'product'),
			parameter('quantity', 'amount'),
			parameter('payment_amount', 'currency'),
			parameter('delivery_date', 'time'),
		],
		buttons: [WEBSITE, HOTLINE],
	}),
	template({
		id: '415203',
		name: 'Đánh giá dịch vụ',
		text:
			'Mời bạn đánh giá dịch vụ\nCảm ơn {{customer_name}} đã sử dụng dịch vụ {{product_name}}.\nMã khách hàng: {{order_code}}\nNgày: {{date}}',
		parameters: [
			parameter('customer_name', 'customer'),
			parameter('product_name', 'product'),
			parameter('order_code', 'code'),
			parameter('date', 'time'),
		],
		tag: TAGS.care,
		quality: 'UNDEFINED',
		buttons: [{ type: 3, title: 'Quan tâm OA', content: 'https://zalo.me/2893352839501541173' }],
	}),
	template({
		id: '415204',
		name: 'Khuyến mãi tháng 8',
		text: 'Chào {{customer_name}}, nhận ngay ưu đãi {{voucher_code}}.',
		parameters: [parameter('customer_name', 'customer'), parameter('voucher_code', 'code')],
		status: 'REJECT',
		tag: TAGS.promotion,
		quality: 'UNDEFINED',
	}),
	template({
		id: '415205',
		name: 'Nhắc lịch hẹn',
		text:
			'Nhắc lịch hẹn\nXin chào {{customer_name}}, bạn có lịch hẹn tại cửa hàng.\nThời gian: {{appointment_time}}\nĐịa chỉ: {{address}}\nMã lịch hẹn: {{booking_code}}',
		parameters: [
			parameter('customer_name', 'customer'),
			parameter('appointment_time', 'time'),
			parameter('address', 'address'),
			parameter('booking_code', 'code'),
		],
		tag: TAGS.care,
		buttons: [{ type: 10, title: 'Sao chép mã hẹn', content: 'booking_code' }],
	}),
	template({
		id: '415206',
		name: 'Thông báo giao hàng',
		text: 'Đơn hàng đang được giao\nĐơn hàng {{order_code}} của {{customer_name}} đang được giao.\nNgày giao dự kiến: {{delivery_date}}\nGhi chú: {{note}}',
		parameters: [
			parameter('order_code', 'code'),
			parameter('customer_name', 'customer'),
			parameter('delivery_date', 'time'),
			parameter('note', 'label', { required: false, acceptsNull: true }),
		],
		quality: 'MEDIUM',
		buttons: [{ type: 12, title: 'Xem chi tiết', content: 'https://simshop.example/orders' }],
	}),
	template({
		id: '415207',
		name: 'Yêu cầu thanh toán',
		text:
			'Yêu cầu thanh toán\nKính gửi {{title}} {{customer_name}}, hóa đơn {{bill_code}} kỳ {{period}}: {{status}}.\n' +
			'Số tiền: {{amount}} VNĐ\nNội dung chuyển khoản: {{transfer_note}}\nhttps://simshop.example/pay/{{payment_link}}',
		parameters: [
			parameter('title', 'title'),
			parameter('customer_name', 'customer'),
			parameter('bill_code', 'code'),
			parameter('period', 'label'),
			parameter('status', 'status'),
			parameter('amount', 'currency'),
			parameter('transfer_note', 'bankNote', { minLength: 1 }),
			parameter('payment_link', 'url'),
		],
		buttons: [{ type: 11, title: 'Thanh toán ngay', content: 'https://simshop.example/pay' }],
	}),
	template({
		id: '415208',
		name: 'Ưu đãi sinh nhật',
		text: 'Chúc mừng sinh nhật\nSimshop tặng {{customer_name}} mã ưu đãi {{voucher_code}}, dùng đến {{end_date}}.',
		parameters: [parameter('customer_name', 'customer'), parameter('voucher_code', 'code'), parameter('end_date', 'time')],
		tag: TAGS.promotion,
		restsAtNight: true,
	}),
	template({
		id: '415209',
		name: 'Thông báo đổi lịch',
		text: 'Lịch hẹn {{booking_code}} được dời sang {{appointment_time}}.',
		parameters: [parameter('booking_code', 'code'), parameter('appointment_time', 'time')],
		status: 'PENDING_REVIEW',
		tag: TAGS.care,
		quality: 'UNDEFINED',
	}),
	template({
		id: '415210',
		name: 'Khảo sát khách hàng',
		text: 'Mời {{customer_name}} tham gia khảo sát {{survey_code}}.',
		parameters: [parameter('customer_name', 'customer'), parameter('survey_code', 'code')],
		status: 'DISABLE',
		tag: TAGS.care,
		quality: 'LOW',
	}),
	template({
		id: '415211',
		name: 'Xác nhận đơn hàng (cũ)',
		text: 'Đơn hàng {{order_code}} đã được xác nhận.',
		parameters: [parameter('order_code', 'code')],
		status: 'DELETE',
		quality: 'UNDEFINED',
		byUid: false,
		createdAt: Date.parse('2025-06-02T02:30:00Z'),
	}),
	template({
		id: '415212',
		name: 'Mẫu của ứng dụng khác',
		text: 'Đơn hàng {{order_code}} đã được xác nhận.',
		parameters: [parameter('order_code', 'code')],
		foreign: true,
	}),
	// The sample of zalo.md 3.1, with the values that it has.
	template({
		id: '7895417a7d3f9461cd2e',
		name: 'Thông báo cước',
		text:
			'Thông báo cước kỳ {{ky}} tháng {{thang}}\nTừ {{start_date}} đến {{end_date}}\nKhách hàng: {{customer}}\nMã khách hàng: {{cid}}\n' +
			'Địa chỉ: {{address}}\nCước: {{amount}}\nTổng cộng: {{total}}',
		parameters: [
			parameter('ky', 'label'),
			parameter('thang', 'label'),
			parameter('start_date', 'time'),
			parameter('end_date', 'time'),
			parameter('customer', 'customer'),
			parameter('cid', 'code'),
			parameter('address', 'address'),
			parameter('amount', 'currency'),
			parameter('total', 'currency'),
		],
		byUid: false,
		createdAt: Date.parse('2025-04-01T02:30:00Z'),
	}),
	// The sample of zalo.md 4.1.
	template({
		id: '12345',
		name: 'Nhắc thanh toán hóa đơn',
		text: 'Hóa đơn của bạn đã đến hạn\nThanh toán tại https://simshop.example/{{payment_link}}',
		parameters: [parameter('payment_link', 'url', { maxLength: 30 })],
		buttons: [WEBSITE, { type: 2, title: 'Gọi CSKH', content: '0858808123' }],
	}),
];

/** For tests, by the switch `lists.oddTemplate`: nobody who looks around shall meet it. */
export const ODD_TEMPLATE: ZaloTemplate = template({
	id: '99900100000000000001',
	name: 'Mẫu <đặc biệt> & "rất dài" 😀',
	text: 'Kiểm tra <b>{{constructor}}</b> {{__proto__}} {{ghi_chu}}',
	parameters: [parameter('constructor', 'label'), parameter('__proto__', 'label'), parameter('ghi_chu', 'bankNote', { required: false, acceptsNull: true })],
	buttons: [{ type: 99, title: '<b>Nút lạ</b>', content: 'javascript:alert(1)' }],
});
