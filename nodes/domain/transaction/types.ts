/** Language of the message; it also changes the rules of the table (esms.md 6.4). */
export const LANGUAGES = ['VI', 'EN'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Colours that the status row may have (esms.md 6.4). */
export const STATUS_COLOURS = ['blue', 'green', 'grey', 'red', 'yellow'] as const;

/** What a transaction message starts with in one language. */
export interface TransactionDefaults {
	header: string;
	/** Key of the row that identifies the transaction or the customer. */
	identity: string;
	/** Key of a row that is usual for this kind of message. */
	detail: string;
}

/** One of the 13 kinds of transaction message (esms.md 6.3). */
export interface TransactionType {
	/** Value of the operation, and the end of Zalo's `template_type`. */
	value: string;
	/** Name in the editor. */
	name: string;
	defaults: Record<Language, TransactionDefaults>;
}

/** Key of the only row that may have a colour (esms.md 6.4). */
export const STATUS_KEYS: Record<Language, string> = { VI: 'Trạng thái', EN: 'Status' };

const type = (value: string, name: string, VI: [string, string, string], EN: [string, string, string]): TransactionType => ({
	value,
	name,
	defaults: {
		VI: { header: VI[0], identity: VI[1], detail: VI[2] },
		EN: { header: EN[0], identity: EN[1], detail: EN[2] },
	},
});

/**
 * All kinds, in the alphabetical order of their names. eSMS documents the values and their names
 * (esms.md 6.3) but no rows for each kind: the texts to start with are ours.
 */
export const TRANSACTION_TYPES: readonly TransactionType[] = [
	type('account', 'Account', ['Thông tin tài khoản', 'Mã tài khoản', 'Ngày cập nhật'], ['Account information', 'Account Code', 'Updated On']),
	type('billing', 'Billing', ['Thông báo hóa đơn', 'Mã hóa đơn', 'Số tiền'], ['Your bill', 'Bill Code', 'Amount']),
	type('booking', 'Booking', ['Xác nhận lịch hẹn', 'Mã lịch hẹn', 'Thời gian'], ['Booking confirmation', 'Booking Code', 'Time']),
	type('contract', 'Contract', ['Thông tin hợp đồng', 'Mã hợp đồng', 'Ngày hiệu lực'], ['Contract information', 'Contract Code', 'Effective Date']),
	type('education', 'Education', ['Thông báo học vụ', 'Mã học viên', 'Khóa học'], ['Study notice', 'Student Code', 'Course']),
	type('event', 'Event', ['Thông tin sự kiện', 'Mã tham dự', 'Thời gian'], ['Event information', 'Ticket Code', 'Time']),
	type('internal', 'Internal', ['Thông báo nội bộ', 'Mã nhân viên', 'Nội dung'], ['Internal notice', 'Employee Code', 'Subject']),
	type('membership', 'Membership', ['Thông tin thành viên', 'Mã thành viên', 'Hạng thành viên'], ['Membership information', 'Member Code', 'Level']),
	type('order', 'Order', ['Trạng thái đơn hàng', 'Mã đơn hàng', 'Giá tiền'], ['Order status', 'Order Code', 'Price']),
	type('partnership', 'Partnership', ['Thông báo đối tác', 'Mã đối tác', 'Nội dung'], ['Partner notice', 'Partner Code', 'Subject']),
	type('rating', 'Rating', ['Đánh giá dịch vụ', 'Mã giao dịch', 'Dịch vụ'], ['Rate our service', 'Transaction Code', 'Service']),
	type('reward', 'Reward', ['Thông báo tích điểm', 'Mã khách hàng', 'Điểm tích lũy'], ['Your points', 'Customer Code', 'Points']),
	type('transaction', 'Transaction', ['Thông tin giao dịch', 'Mã giao dịch', 'Số tiền'], ['Transaction information', 'Transaction Code', 'Amount']),
];
