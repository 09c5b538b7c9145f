import type { TemplateParameter } from '../zalo/templates.mjs';

/** A CareSoft scenario ("kịch bản"): what `template_id` of the ZNS call names (caresoft.md 7.1). */
export interface Scenario {
	id: number;
	name: string;
	znsId: string;
	text: string;
	parameters: TemplateParameter[];
	/** What the scenario's own mapping fills in for a parameter that was not sent. */
	mapped: Readonly<Record<string, string>>;
}

/** `account_id` of contacts and tickets; not explained in the documents. */
export const ACCOUNT_ID = 1;

export const CARESOFT_OA = { id: '1600191234752846', name: 'SimShop' } as const;

function parameter(name: string, maxLength: number): TemplateParameter {
	return { name, type: 'type_text', maxLength, required: true, acceptsEmpty: false };
}

/** Scenario 366 has the parameters of the page's sample, 7156 those of a production module. */
export const SCENARIOS: readonly Scenario[] = [
	{
		id: 366,
		name: 'Xác nhận đặt vé',
		znsId: '301366',
		text: 'Xác nhận đặt vé\nXin chào {{requester}}, mã đặt vé của bạn là {{masoDatve}}.\nCảm ơn bạn đã sử dụng dịch vụ.',
		parameters: [parameter('requester', 30), parameter('masoDatve', 30)],
		mapped: { requester: 'Quý khách', masoDatve: '000000' },
	},
	{
		id: 7156,
		name: 'Xác nhận lịch hẹn',
		znsId: '307156',
		text: 'Xác nhận lịch hẹn\nKhách hàng: {{customer_name}}\nMã lịch hẹn: {{ma_booking}}\nNgày: {{booking_date}}',
		parameters: [parameter('ma_booking', 30), parameter('customer_name', 30), parameter('booking_date', 20)],
		mapped: { ma_booking: 'BOOKING000', customer_name: 'Quý khách', booking_date: '01/01/2026' },
	},
];

export interface Agent {
	id: number;
	username: string;
	email: string;
	phone_no: string;
	agent_id: string;
	created_at: string;
	updated_at: string;
	group_id: number;
	group_name: string;
	role_id: number;
	login_status: string;
	call_status: string;
}

/** The sample agent of caresoft.md 5.1, and the author of the comment sample in 8.3. */
export const AGENTS: readonly Agent[] = [
	{
		id: 142928097, username: 'Sample', email: 'sample@simshop.example', phone_no: '0336842288',
		agent_id: '50007', created_at: '2022-07-08 09:48:41', updated_at: '2022-08-08 17:42:08',
		group_id: 12153, group_name: 'Default Group', role_id: 1,
		login_status: 'AVAILABLE', call_status: 'AVAILABLE',
	},
	{
		id: 195739221, username: 'Nguyễn Thu Trang', email: 'trang@simshop.example', phone_no: '0336842289',
		agent_id: '50008', created_at: '2022-07-08 09:49:12', updated_at: '2022-08-08 17:42:08',
		group_id: 12154, group_name: 'Chăm sóc khách hàng', role_id: 3,
		login_status: 'NOT_AVAILABLE', call_status: 'NOT_AVAILABLE',
	},
];

/** Who acts when a call names no agent: the assignee of the SMS sample (caresoft.md 7.3), in no list. */
export const API_USER = { id: 1, username: 'API' } as const;

/** The sample group of caresoft.md 5.2, and a second one. */
export const GROUPS: ReadonlyArray<{ group_id: number; group_name: string; created_at: string }> = [
	{ group_id: 12153, group_name: 'Default Group', created_at: '2020-10-01 02:48:15' },
	{ group_id: 12154, group_name: 'Chăm sóc khách hàng', created_at: '2020-10-02 03:10:40' },
];

/** The SMS brandname service of the samples; the type number of SMS services is not known, so it has none. */
export const SMS_SERVICE = { service_id: 12, service_name: 'SMS MYSHOP', service_type: 'SMS' } as const;

/** What a ZNS goes out by. */
export const ZALO_SERVICE = { service_id: 5, service_name: 'Zalo SimShop', service_type: 'Zalo', type: 10 } as const;

/** Row keys and the type numbers are those of caresoft.md 5.3; the texts of service_type are ours. */
export const SERVICES: ReadonlyArray<{ service_id: number; service_name: string; service_type: string; type?: number }> = [
	ZALO_SERVICE,
	{ service_id: 8, service_name: 'API SimShop', service_type: 'API', type: 9 },
	SMS_SERVICE,
];
