import type { Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, KEYS, SVOUCHER, type Answer } from './client.mjs';

export const FOLLOWER = 'MainService.svc/json/SendZaloFollowerMessage_V5_post_json/';
export const USER = '31215806834323092';

export type Json = Record<string, unknown>;

/** Inner payload of the sample of the transaction page. */
export function samplePayload(): Json {
	return {
		template_type: 'transaction_order',
		language: 'VI',
		elements: [
			{
				image_url: 'https://minio.esms.vn/blogimg/agent-1/BlogImg/full_cccc34d4-3a46-4644-8613-1b226203c5d5.png',
				type: 'banner',
			},
			{ type: 'header', content: 'Trạng thái đơn hàng', align: 'left' },
			{
				type: 'text',
				align: 'left',
				content: '• Cảm ơn bạn đã mua hàng tại cửa hàng.<br>• Thông tin đơn hàng của bạn như sau:',
			},
			{
				type: 'table',
				content: [
					{ value: 'eSMS-001', key: 'Mã khách hàng' },
					{ style: 'yellow', value: 'Đang giao', key: 'Trạng thái' },
					{ value: '250,000đ', key: 'Giá tiền' },
				],
			},
			{ type: 'text', align: 'center', content: '📲 Lưu ý điện thoại. Xin cảm ơn!' },
		],
		buttons: [
			{
				title: 'Kiểm tra lộ trình',
				image_icon: 'https://img.icons8.com/?size=100&id=kJlyCVWJrclv&format=png&color=000000',
				type: 'oa.open.url',
				payload: { url: 'https://esms.vn/huong-dan/huong-dan-tich-hop/huong-dan-tich-hop-api-cua-esms-vao-website' },
			},
			{
				title: 'Xem lại giỏ hàng',
				image_icon: 'https://img.icons8.com/?size=100&id=S2Z1vzGMFT1v&format=png&color=000000',
				type: 'oa.open.url',
				payload: { url: 'https://esms.vn/huong-dan/huong-dan-su-dung' },
			},
			{
				title: 'Liên hệ tổng đài',
				image_icon: 'https://img.icons8.com/?size=100&id=KKBDB20a4V6t&format=png&color=000000',
				type: 'oa.open.phone',
				payload: { phone_code: '0901888484' },
			},
		],
	};
}

/** `Payload` around an inner payload. */
export function follower(payload: Json, user: unknown = USER, message: Json = {}): Json {
	return { recipient: { user_id: user }, message: { ...message, attachment: { type: 'template', payload } } };
}

/** Sends a transaction message; `inner` changes the inner payload of the sample, `own` the body around it. */
export async function sendTransaction(
	simulator: Simulator,
	inner: Json = {},
	own: Json = {},
	contentType = 'text/plain',
): Promise<Answer> {
	const body = { ...KEYS, OAID: SVOUCHER, Payload: follower({ ...samplePayload(), ...inner }), ...own };
	return await call('POST', `${simulator.esmsUrl}/${FOLLOWER}`, JSON.stringify(body), { 'Content-Type': contentType });
}
