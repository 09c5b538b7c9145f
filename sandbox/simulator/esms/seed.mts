/** OAs of the sample of esms.md 10.9. */
export const OFFICIAL_ACCOUNTS: ReadonlyArray<{ OAID: string; OAName: string }> = [
	{ OAID: '745830328927467685', OAName: 'Hệ thống ESMS Marketing' },
	{ OAID: '4097311281936189049', OAName: 'SVoucher' },
];

/** Brandnames of the sample of esms.md 10.8, and one of a shop. */
export const BRANDNAMES: ReadonlyArray<{ Brandname: string; Type: number }> = [
	{ Brandname: 'Baotrixemay', Type: 2 },
	{ Brandname: 'QC_ONLINE', Type: 1 },
	{ Brandname: 'BAT DONG SAN GIA TOT', Type: 23 },
	{ Brandname: 'MYSHOP', Type: 2 },
];

export interface SmsTemplate {
	brandname: string;
	networkId: number;
	id: number;
	content: string;
}

/** Registered customer-care texts; the first is the sample of esms.md 10.12. */
export const SMS_TEMPLATES: readonly SmsTemplate[] = [
	{ brandname: 'Baotrixemay', networkId: 6, id: 458, content: '{P1,20} la ma xac minh dang ky Baotrixemay cua ban' },
	{ brandname: 'MYSHOP', networkId: 1, id: 9101, content: 'MYSHOP: don hang {P2,30} da duoc xac nhan. Cam on quy khach!' },
	{ brandname: 'MYSHOP', networkId: 2, id: 9102, content: 'MYSHOP: don hang {P2,30} da duoc xac nhan. Cam on quy khach!' },
	{ brandname: 'MYSHOP', networkId: 3, id: 9103, content: 'MYSHOP: don hang cua ban co thong tin moi. Chi tiet: {P2,60}' },
	{ brandname: 'MYSHOP', networkId: 1, id: 9104, content: 'MYSHOP: {P1,10} la ma xac nhan cua ban.' },
	{ brandname: 'MYSHOP', networkId: 1, id: 9105, content: 'MYSHOP: cap nhat don hang {P2,30}: {P2,40}.' },
];
