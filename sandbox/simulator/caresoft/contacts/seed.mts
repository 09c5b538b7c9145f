import type { ContactChange } from './fields.mjs';

/** A contact at the start, last changed at `at` (epoch ms). */
export interface SeededContact extends ContactChange {
	id: number;
	at: number;
}

/** Enough for several pages. */
const GENERATED = 120;
const FIRST_GENERATED_ID = 63_204_001;
const FIRST_GENERATED_PHONE = 987_000_001;
const HOUR = 3_600_000;

/** A few people with the ids of the samples (caresoft.md 6.3, 7.3, 8.3), then one generated contact for each past hour. */
export function seedContacts(now: number): SeededContact[] {
	const none = new Map<number, string>();
	const people: SeededContact[] = [
		{
			id: 63_203_810,
			at: now - HOUR,
			values: { username: 'Lê Thị Mai', phone_no: '0980000000', gender: 1, created_from: 9 },
			customFields: none,
		},
		{
			id: 173_213_800,
			at: now - 2 * HOUR,
			values: {
				username: 'Nguyễn Hải Hà', phone_no: '0901888484', phone_no2: '0912888484', email: 'ha@khach.example',
				email2: 'hai.ha@khach.example', gender: 1, address: '12 Lý Thường Kiệt, Hà Nội', follower_id: 142_928_097,
			},
			customFields: new Map([[7101, '1990/05/17'], [7102, '110202']]),
		},
		{ id: 12_345, at: now - 3 * HOUR, values: { username: 'Trần Văn Bình', phone_no: '0913555666', gender: 0 }, customFields: none },
		{ id: 12_346, at: now - 4 * HOUR, values: { username: 'Phạm Quỳnh', email: 'quynh@khach.example', gender: 2 }, customFields: none },
	];
	for (let i = 0; i < GENERATED; i++) {
		const number = String(i + 1).padStart(3, '0');
		people.push({
			id: FIRST_GENERATED_ID + i,
			at: now - (GENERATED - i) * HOUR,
			values: { username: `Khách ${number}`, phone_no: `0${FIRST_GENERATED_PHONE + i}`, email: `khach${number}@khach.example` },
			customFields: none,
		});
	}
	return people;
}
