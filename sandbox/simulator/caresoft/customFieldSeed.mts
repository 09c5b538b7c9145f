/** A definition of a custom field; `lable` is CareSoft's spelling (caresoft.md 9.4). */
export interface CustomField {
	custom_field_id: number;
	custom_field_lable: string;
	/** Only the third is spelled like this in a sample; the others follow its case. */
	type: 'Text' | 'Numeric' | 'Date' | 'Single drop-down list' | 'Multiple drop-down list';
	values: ReadonlyArray<{ id: number; lable: string; parent_value_id: number }>;
}

/** The sample of caresoft.md 9.4, then the ids of the write samples in 8.2 and 8.3. */
export const TICKET_CUSTOM_FIELDS: readonly CustomField[] = [
	{
		custom_field_id: 6740,
		custom_field_lable: 'Phân loại',
		type: 'Single drop-down list',
		values: [
			{ id: 109398, lable: 'Đơn mua', parent_value_id: -1 },
			{ id: 109399, lable: 'Hỗ trợ khách hàng', parent_value_id: -1 },
		],
	},
	{
		custom_field_id: 6068,
		custom_field_lable: 'Kênh bán',
		type: 'Single drop-down list',
		values: [
			{ id: 106902, lable: 'Website', parent_value_id: -1 },
			{ id: 106903, lable: 'Cửa hàng', parent_value_id: -1 },
		],
	},
	{ custom_field_id: 9665, custom_field_lable: 'Mã đơn hàng', type: 'Text', values: [] },
	{ custom_field_id: 9666, custom_field_lable: 'Giá trị đơn hàng', type: 'Numeric', values: [] },
];

export const CONTACT_CUSTOM_FIELDS: readonly CustomField[] = [
	{ custom_field_id: 7101, custom_field_lable: 'Ngày sinh', type: 'Date', values: [] },
	{
		custom_field_id: 7102,
		custom_field_lable: 'Hạng khách hàng',
		type: 'Single drop-down list',
		values: [
			{ id: 110201, lable: 'Thường', parent_value_id: -1 },
			{ id: 110202, lable: 'VIP', parent_value_id: -1 },
		],
	},
	{
		custom_field_id: 7103,
		custom_field_lable: 'Sản phẩm quan tâm',
		type: 'Multiple drop-down list',
		values: [
			{ id: 110301, lable: 'Vé máy bay', parent_value_id: -1 },
			{ id: 110302, lable: 'Khách sạn', parent_value_id: -1 },
		],
	},
];
