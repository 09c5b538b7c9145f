import { randomInt } from 'node:crypto';

/** A generated code. */
export interface OtpCode {
	/** National form. */
	phone: string;
	code: string;
	/** Epoch ms. */
	createdAt: number;
	expiresAt: number;
	used: boolean;
}

/** Codes are forgotten beyond this many, expired or not. */
const KEEP = 20_000;
const MINUTE = 60_000;
const DIGITS = '0123456789';
const LETTERS_AND_DIGITS = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** A random code; letters are upper case, as in the sample (esms.md 8.3). */
export function newCode(length: number, characters: 'lettersAndDigits' | 'digits'): string {
	const from = characters === 'digits' ? DIGITS : LETTERS_AND_DIGITS;
	return Array.from({ length }, () => from[randomInt(from.length)]).join('');
}

/** The codes that were generated, by number. */
export class OtpCodes {
	// A Map keeps insertion order, so the numbers that wait longest are at its front.
	private readonly byPhone = new Map<string, OtpCode[]>();

	add(phone: string, code: string, now: number, minutes: number, olderCodes: 'invalid' | 'valid'): void {
		const older = olderCodes === 'valid' ? this.live(phone, now) : [];
		this.byPhone.delete(phone);
		this.byPhone.set(phone, [...older, { phone, code, createdAt: now, expiresAt: now + minutes * MINUTE, used: false }]);
		const [oldest] = this.byPhone.keys();
		if (this.byPhone.size > KEEP && oldest !== undefined) this.byPhone.delete(oldest);
	}

	/** Uses a code up; false when it is not one of this number's, used already or expired. */
	use(phone: string, code: string, now: number): boolean {
		const found = this.live(phone, now).find((one) => one.code === code);
		if (found) found.used = true;
		return found !== undefined;
	}

	all(): OtpCode[] {
		return [...this.byPhone.values()].flat();
	}

	clear(): void {
		this.byPhone.clear();
	}

	private live(phone: string, now: number): OtpCode[] {
		return (this.byPhone.get(phone) ?? []).filter(({ used, expiresAt }) => !used && now < expiresAt);
	}
}
