/** What a call of MakeCallTemplate_V2 reads out; `{{1}}` is the first of VariableListStr. How eSMS writes them is not documented. */
export interface CallTemplate {
	id: string;
	name: string;
	text: string;
	variables: number;
}

export const CALL_TEMPLATES: readonly CallTemplate[] = [
	{
		id: '5001',
		name: 'Xác nhận đơn hàng',
		text: 'Xin chào {{1}}, đơn hàng {{2}} của bạn sẽ được giao vào ngày {{3}}. Xin cảm ơn!',
		variables: 3,
	},
	{ id: '5002', name: 'Mã xác nhận', text: 'Mã xác nhận của bạn là {{1}}.', variables: 1 },
	{ id: '5003', name: 'Nhắc lịch', text: 'Cửa hàng xin nhắc bạn có lịch hẹn hôm nay.', variables: 0 },
];

/** The recordings of MakeCallRecord_V2. */
export const RECORDINGS: ReadonlyArray<{ id: string; name: string }> = [
	{ id: '7001', name: 'Lời chào khách hàng mới' },
	{ id: '7002', name: 'Khảo sát: bấm phím 1 để gặp tổng đài' },
];
