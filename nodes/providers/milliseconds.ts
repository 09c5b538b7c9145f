/** Below this a number is no time in milliseconds, but a placeholder (0 in a sample of CareSoft) or in seconds: year 1973. */
const FIRST_TIME_MS = 100_000_000_000;

/** After this a year has more than four digits. */
const LAST_TIME_MS = 253_402_300_799_999;

/**
 * Reads a time as webhooks carry it: epoch milliseconds, as a number or as text (caresoft.md 10.6, zalo.md 8.3).
 *
 * @returns the time as ISO 8601 in UTC; null where the value is none
 */
export function fromMilliseconds(value: unknown): string | null {
	const given = typeof value === 'string' && /^\d{12,15}$/.test(value) ? Number(value) : value;
	return typeof given === 'number' && given >= FIRST_TIME_MS && given <= LAST_TIME_MS ? new Date(given).toISOString() : null;
}
