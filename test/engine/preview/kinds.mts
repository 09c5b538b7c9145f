import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { EngineRun } from '../../support/engine.mjs';

/** A sending operation with parameters that make it succeed. */
export interface Kind {
	name: string;
	type: EngineRun['type'];
	parameters: INodeParameters;
	items: IDataObject[];
	recipient: object;
	/** What the picture shows. */
	shows: string[];
}

const PHONE = '0901888484';
const USER = '31215806834323092';
const OFFICIAL_ACCOUNT = { __rl: true, mode: 'list', value: '4097311281936189049', cachedResultName: 'SVoucher (4097311281936189049)' };
const by = (value: string) => ({ __rl: true, mode: 'list', value });
const IMAGE = 'https://myshop.vn/sale.png';

const ORDER = {
	customer_name: 'Đinh Thái Hà', order_code: 'HD00001', address: '140 Đường Số 1', phone: PHONE, email: 'ha@example.com',
	product_name: 'Gói OA', quantity: '1', payment_amount: '4308000', delivery_date: '01/08/2024',
};

const zns = (name: string, parameters: INodeParameters, more: Partial<Kind> = {}): Kind => ({
	name: `ZNS ${name}`,
	type: 'sendZns',
	parameters: { provider: 'esms', officialAccount: OFFICIAL_ACCOUNT, template: by('200607'), specifyParameters: 'json', templateParametersJson: JSON.stringify(ORDER), ...parameters },
	items: [{}],
	recipient: { phone: PHONE },
	shows: ['SVoucher (4097311281936189049)', 'Đơn hàng đã được xác nhận', 'Xin chào <b>Đinh Thái Hà</b>', 'HD00001', '4308000 VNĐ'],
	...more,
});

const throughZalo = (name: string, parameters: INodeParameters, shows: string[], more: Partial<Kind> = {}): Kind => ({
	name: `ZNS through Zalo ${name}`,
	type: 'sendZns',
	parameters: { provider: 'zalo', template: by('415202'), specifyParameters: 'json', templateParametersJson: JSON.stringify(ORDER), ...parameters },
	items: [{}],
	recipient: { phone: PHONE },
	shows: ['Xác nhận đơn hàng (415202)', 'Đinh Thái Hà', 'HD00001', 'Truy cập website', 'https://simshop.example/', 'https://account.zalo.cloud/znspreview/', ...shows],
	...more,
});

const esms = (resource: string, operation: string, parameters: INodeParameters, shows: string[], more: Partial<Kind> = {}): Kind => ({
	name: `eSMS ${resource} ${operation}`, type: 'esms', parameters: { resource, operation, ...parameters }, items: [{}], recipient: { phone: PHONE }, shows, ...more,
});

const toUser = { officialAccount: OFFICIAL_ACCOUNT, zaloUserId: USER };
const BUTTONS = { button: [{ title: 'Xem đơn', type: 'oa.open.url', url: 'https://myshop.vn/DH001' }, { title: 'Gọi', type: 'oa.open.phone', phoneCode: '19001234' }] };

/** Every operation that sends, one message each. */
export const KINDS: Kind[] = [
	zns('by phone', { phone: PHONE }),
	zns('by Zalo user ID', { sendTo: 'zaloUserId', zaloUserId: USER }, { recipient: { zaloUserId: USER } }),
	zns('by hash', { sendTo: 'hashedPhone', hashedPhone: 'a'.repeat(64) }, { recipient: { hashedPhone: 'a'.repeat(64) } }),
	zns('in a journey', { sendTo: 'journey', phone: PHONE, orderId: 'DH001' }),
	zns('in batches', { phone: PHONE, sending: 'batches' }),
	throughZalo('by phone', { phone: PHONE }, ['Price: 800 VND']),
	throughZalo('by Zalo user ID', { sendTo: 'zaloUserId', zaloUserId: USER }, ['Price: 560 VND'], { recipient: { zaloUserId: USER } }),
	throughZalo('by hash', { sendTo: 'hashedPhone', hashedPhone: 'a'.repeat(64) }, ['Price: 800 VND'], { recipient: { hashedPhone: 'a'.repeat(64) } }),
	{
		name: 'ZNS through CareSoft', type: 'sendZns', items: [{}], recipient: { phone: PHONE }, shows: ['Scenario 366', 'masoDatve', '098733'],
		parameters: { provider: 'caresoft', scenarioId: '366', phone: PHONE, scenarioParameters: { parameter: [{ name: 'requester', value: 'Nguyễn Hải Hà' }, { name: 'masoDatve', value: '098733' }] } },
	},
	{
		name: 'transaction message', type: 'zaloTransaction', items: [{}], recipient: { zaloUserId: USER },
		shows: ['SVoucher', IMAGE, 'Trạng thái đơn hàng', 'Cảm ơn bạn\nđã mua hàng', 'Mã đơn hàng', 'DH001', 'value yellow', 'Xem đơn', 'https://myshop.vn/DH001', 'Calls 19001234'],
		parameters: {
			...toUser, operation: 'order', language: 'VI', bannerUrl: IMAGE, header: 'Trạng thái đơn hàng', firstText: 'Cảm ơn bạn\nđã mua hàng', buttons: BUTTONS,
			table: { row: [{ key: 'Mã đơn hàng', value: 'DH001', style: '' }, { key: 'Trạng thái', value: 'Đang giao', style: 'yellow' }] },
		},
	},
	esms('sms', 'send', { brandname: by('MYSHOP'), phone: PHONE, content: 'MYSHOP: don hang DH1 da duoc xac nhan. Cam on quy khach!' }, ['MYSHOP', 'don hang DH1', '56 characters']),
	esms('sms', 'sendAdvertising', { brandname: by('QC_ONLINE'), phone: '={{ $json.phone }}', content: 'MYSHOP: giam gia 20%' }, ['QC_ONLINE', 'giam gia 20%'], {
		items: Array.from({ length: 30 }, (_, i) => ({ phone: `09120000${10 + i}` })), recipient: { phone: '0912000010' },
	}),
	esms('sms', 'sendFixedNumber', { phone: PHONE, content: 'Don hang DH001 da duoc xac nhan' }, ['Fixed number', 'Don hang DH001']),
	esms('viber', 'send', {
		brandname: by('BAT DONG SAN GIA TOT'), phone: PHONE, content: '🎉 Đơn hàng DH001', imageUrl: IMAGE, buttonLabel: 'Xem đơn hàng', buttonUrl: 'https://myshop.vn/DH001',
	}, ['BAT DONG SAN GIA TOT', '🎉 Đơn hàng DH001', IMAGE, 'Xem đơn hàng', 'https://myshop.vn/DH001']),
	esms('voice', 'sendOtp', { phone: PHONE, code: '042686' }, ['042686']),
	esms('voice', 'callByTemplate', { phone: PHONE, callTemplateId: '5001', variables: { variable: [{ value: 'An' }, { value: 'DH001' }, { value: '31/12' }] } }, ['template 5001', 'DH001']),
	esms('voice', 'callByRecording', { phone: PHONE, recordingId: '7001' }, ['recording 7001']),
	esms('otp', 'sendBySms', { brandname: by('Baotrixemay'), phone: PHONE, content: '{OTP} la ma xac minh dang ky Baotrixemay cua ban' }, ['{OTP} la ma']),
	esms('otp', 'sendByZaloThenSms', { phone: PHONE, multiChannelTemplateId: '22575' }, ['22575']),
	esms('multiChannel', 'sendZaloThenSms', {
		officialAccount: OFFICIAL_ACCOUNT, template: by('205644'), phone: PHONE, specifyParameters: 'json', templateParametersJson: '{"otp": "686868"}',
		brandname: by('Baotrixemay'), content: '686868 la ma xac minh dang ky Baotrixemay cua ban',
	}, ['Mã OTP của bạn là', '<span class="bold">686868</span>', 'Baotrixemay', '686868 la ma']),
	esms('consultation', 'sendText', { ...toUser, text: 'Chào bạn' }, ['SVoucher', 'Chào bạn'], { recipient: { zaloUserId: USER } }),
	esms('consultation', 'sendPhoto', { ...toUser, text: 'Chào bạn', imageUrl: IMAGE }, ['Chào bạn', IMAGE], { recipient: { zaloUserId: USER } }),
	esms('consultation', 'sendButtons', { ...toUser, text: 'Chào bạn', buttons: BUTTONS }, ['Chào bạn', 'Xem đơn'], { recipient: { zaloUserId: USER } }),
	esms('consultation', 'requestUserInfo', { ...toUser, title: 'MYSHOP', subtitle: 'Đang yêu cầu thông tin', imageUrl: IMAGE }, ['MYSHOP', 'Đang yêu cầu thông tin', IMAGE], { recipient: { zaloUserId: USER } }),
	{
		name: 'CareSoft SMS', type: 'caresoft', items: [{}], recipient: { phone: PHONE }, shows: ['Chúc mừng sinh nhật', 'Service 12'],
		parameters: { resource: 'sms', operation: 'send', service: by('12'), phone: PHONE, content: 'Chúc mừng sinh nhật quý khách hàng.' },
	},
];
