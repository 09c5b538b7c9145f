/** '0' is 0901888484, '84' is 84901888484, '+84' and the bare 901888484 speak for themselves. */
export type PhoneForm = '0' | '84' | '+84' | 'bare';

const FORMS: ReadonlyArray<{ form: PhoneForm; pattern: RegExp }> = [
	{ form: '0', pattern: /^0([35789]\d{8})$/ },
	{ form: '84', pattern: /^84([35789]\d{8})$/ },
	{ form: '+84', pattern: /^\+84([35789]\d{8})$/ },
	{ form: 'bare', pattern: /^([35789]\d{8})$/ },
];

/** The national form of a Vietnamese mobile number, or undefined when the form is not among those taken. */
export function nationalPhone(phone: string, accepted: readonly PhoneForm[]): string | undefined {
	for (const { form, pattern } of FORMS) {
		const match = accepted.includes(form) ? pattern.exec(phone) : null;
		if (match) return `0${match[1] ?? ''}`;
	}
	return undefined;
}

/** Telco ids of esms.md 12.4, names as in 10.3 where they are shown, and the prefixes in public use. */
const TELCOS: ReadonlyArray<{ id: number; name: string; prefixes: string[] }> = [
	{ id: 1, name: 'Viettel', prefixes: ['086', '096', '097', '098', '032', '033', '034', '035', '036', '037', '038', '039'] },
	{ id: 2, name: 'Mobifone', prefixes: ['089', '090', '093', '070', '076', '077', '078', '079'] },
	{ id: 3, name: 'Vinaphone', prefixes: ['088', '091', '094', '081', '082', '083', '084', '085'] },
	{ id: 4, name: 'Vietnammobile', prefixes: ['092', '052', '056', '058'] },
	{ id: 5, name: 'Gtel', prefixes: ['099', '059'] },
	{ id: 6, name: 'Itel', prefixes: ['087'] },
	{ id: 7, name: 'Reddi', prefixes: ['055'] },
];

const TELCO_BY_PREFIX = new Map(TELCOS.flatMap((telco) => telco.prefixes.map((prefix) => [prefix, telco] as const)));

/** The telco id that callbacks carry as `telcoid`. */
export function telcoId(phone: string): number {
	return TELCO_BY_PREFIX.get(phone.slice(0, 3))?.id ?? 1;
}

/** The telco as `NetworkName`; '' for what is no number. */
export function telcoName(phone: string): string {
	return TELCO_BY_PREFIX.get(phone.slice(0, 3))?.name ?? '';
}
