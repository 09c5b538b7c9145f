/** A Zalo user that had to do with an OA. */
export interface Contact {
	userId: string;
	follows: boolean;
	/** Last interaction, epoch ms. */
	at: number;
	tags: readonly string[];
}

const SVOUCHER = '4097311281936189049';
const DAY = 86_400_000;

/** Makes the followers 208, the Total of the sample of esms.md 10.17. */
const INVENTED = 255;

const TAGS: readonly string[][] = [[], ['VIP'], ['Khách mới'], ['VIP', 'Hà Nội']];

/** The users of the samples: the first of esms.md 10.17, the others of 10.16 within the range of its request. */
const SAMPLES: readonly Contact[] = [
	{ userId: '7800378501923859642', follows: true, at: Date.parse('2024-08-15T10:00:00+07:00'), tags: [] },
	{ userId: '7406454492343693107', follows: true, at: Date.parse('2024-09-01T00:00:00+07:00'), tags: ['VIP'] },
	{ userId: '7210831021380318952', follows: true, at: Date.parse('2024-09-20T08:00:00+07:00'), tags: [] },
	{ userId: '961919545811768483', follows: true, at: Date.parse('2024-10-01T12:00:00+07:00'), tags: ['Khách mới'] },
	{ userId: '6559140676281540092', follows: false, at: Date.parse('2024-10-13T23:59:59+07:00'), tags: [] },
];

/** Every fifth does not follow; they interacted within the last 30 days. */
function invented(index: number, now: number): Contact {
	return {
		userId: String(6_100_000_000_000_000_001n + BigInt(index) * 7_919_000_017n),
		follows: index % 5 !== 4,
		at: now - (index % 30) * DAY,
		tags: TAGS[index % TAGS.length] ?? [],
	};
}

/** The users of an OA, always in the same order. */
export function contactsOf(oaId: string, now: number): Contact[] {
	if (oaId !== SVOUCHER) return [];
	return [...SAMPLES, ...Array.from({ length: INVENTED }, (_, index) => invented(index, now))];
}
