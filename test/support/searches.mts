/** What people type into the list of nodes, and the node that is to stand first. */
const FIRST: Record<string, string[]> = {
	'Send ZNS': [
		'zalo', 'zalo oa', 'zns', 'zalo zns', 'zalo notification service', 'zalo otp', 'otp zalo', 'tin nhắn', 'gửi tin', 'nhắn tin', 'thông báo',
		'gửi zns', 'gửi zalo', 'gửi tin zalo', 'nhắn tin zalo', 'thông báo zalo', 'đơn hàng', 'giao hàng',
	],
	'ZNS Delivery Trigger': ['delivery report', 'kết quả', 'báo cáo gửi tin'],
	'Zalo Transaction Message': ['tin giao dịch', 'hóa đơn'],
	eSMS: ['esms', 'sms', 'gửi sms', 'tin nhắn sms', 'gửi tin nhắn sms', 'nhắn tin sms', 'sms brandname', 'brandname', 'sms otp', 'viber', 'cuộc gọi', 'gọi điện', 'thông báo sms', 'tin nhắn quảng cáo'],
	'eSMS Inbound Trigger': ['short code', 'đầu số'],
	CareSoft: ['caresoft', 'tổng đài', 'phiếu ghi'],
	'Zalo Official Account': ['quick reply', 'chất lượng', 'đánh giá'],
};

/** What people type, and the nodes that are to be among the finds. */
const AMONG: Record<string, string[]> = {
	zns: ['Send ZNS', 'ZNS Delivery Trigger', 'Zalo Transaction Message', 'eSMS', 'CareSoft', 'Zalo Official Account'],
	zalo: ['Send ZNS', 'ZNS Delivery Trigger', 'Zalo Transaction Message', 'eSMS', 'CareSoft', 'Zalo Official Account'],
	'zalo oa': ['Send ZNS', 'Zalo Official Account'],
	'zalo official account': ['Send ZNS', 'Zalo Official Account'],
	esms: ['Send ZNS', 'ZNS Delivery Trigger', 'Zalo Transaction Message', 'eSMS', 'eSMS Inbound Trigger'],
	caresoft: ['Send ZNS', 'ZNS Delivery Trigger', 'CareSoft'],
	sms: ['eSMS', 'eSMS Inbound Trigger', 'CareSoft'],
	otp: ['Send ZNS', 'eSMS'],
	voice: ['eSMS'],
	'delivery report': ['ZNS Delivery Trigger', 'eSMS'],
	'mã otp': ['Send ZNS', 'eSMS'],
	'mã xác thực': ['Send ZNS', 'eSMS'],
	'chăm sóc khách hàng': ['Send ZNS', 'eSMS', 'CareSoft'],
	cskh: ['Send ZNS', 'eSMS', 'CareSoft'],
	'tin nhắn': ['Send ZNS', 'Zalo Transaction Message', 'eSMS', 'eSMS Inbound Trigger', 'CareSoft'],
	'nhắn tin': ['Send ZNS', 'Zalo Transaction Message', 'eSMS', 'CareSoft'],
	'gửi tin': ['Send ZNS', 'Zalo Transaction Message', 'eSMS', 'CareSoft'],
	'thông báo': ['Send ZNS', 'Zalo Transaction Message', 'eSMS'],
	'trạng thái tin': ['ZNS Delivery Trigger', 'Zalo Official Account'],
	'mẫu tin': ['Send ZNS', 'Zalo Official Account'],
	'việt nam': ['Send ZNS'],
};

/** @returns the words as somebody types them who leaves the Vietnamese marks out */
export function withoutMarks(words: string): string {
	return words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

const bothWays = (words: string) => [...new Set([words, withoutMarks(words)])];

/** Each word with and without its marks, and the node that is to stand first. */
export const FINDS_FIRST = Object.entries(FIRST).flatMap(([name, list]) => list.flatMap(bothWays).map((words) => [words, name] as const));

/** Each word with and without its marks, and what it is to find. */
export const FINDS = Object.entries(AMONG).flatMap(([words, names]) => bothWays(words).map((typed) => [typed, names] as const));
