/** A pair of a ZNS template and an SMS text that eSMS issued (esms.md 8.2); `{OTP}` stands for the code in both. */
export interface MultiChannelTemplate {
	id: string;
	/** The ZNS part as the call with values by position has it. */
	zns: { OAID: string; TempID: string; Params: string[] };
	sms: { Brandname: string; Content: string };
}

/** The first id is that of the sample; what it stands for is not documented. */
export const MULTI_CHANNEL_TEMPLATES: readonly MultiChannelTemplate[] = [
	{
		id: '22575',
		zns: { OAID: '4097311281936189049', TempID: '205644', Params: ['{OTP}'] },
		sms: { Brandname: 'Baotrixemay', Content: '{OTP} la ma xac minh dang ky Baotrixemay cua ban' },
	},
	{
		id: '22576',
		zns: { OAID: '4097311281936189049', TempID: '205644', Params: ['{OTP}'] },
		sms: { Brandname: 'MYSHOP', Content: 'MYSHOP: {OTP} la ma xac nhan cua ban.' },
	},
];
