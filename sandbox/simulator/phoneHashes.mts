import { createHash } from 'node:crypto';
import { nationalPhone } from './phones.mjs';
import { scriptedPhones } from './recipients.mjs';

/** A number behind a hash; 'wrong' when it was hashed in a form other than 84… (esms.md 3.3). */
export interface HashedPhone {
	phone: string;
	form: 'right' | 'wrong';
}

/** SHA-256 of ASCII digits as lower-case hexadecimal. */
function sha256(text: string): string {
	return createHash('sha256').update(text, 'ascii').digest('hex');
}

function index(into: Map<string, HashedPhone>, phone: string): void {
	const rest = phone.slice(1);
	into.set(sha256(`84${rest}`), { phone, form: 'right' });
	for (const wrong of [`0${rest}`, `+84${rest}`, rest]) into.set(sha256(wrong), { phone, form: 'wrong' });
}

let scripted: Map<string, HashedPhone> | undefined;

/** The scripted numbers by hash; some thousands, so they are hashed when a hash is first asked for. */
function scriptedByHash(): ReadonlyMap<string, HashedPhone> {
	if (!scripted) {
		scripted = new Map();
		for (const phone of scriptedPhones()) index(scripted, phone);
	}
	return scripted;
}

/** Finds the number behind a hash, for numbers the simulator has seen; hashing waits until somebody asks. */
export class PhoneHashes {
	private readonly seen = new Set<string>();
	private readonly byHash = new Map<string, HashedPhone>();
	private pending: string[] = [];

	/** Takes a number in national form. */
	see(phone: string): void {
		if (this.seen.has(phone)) return;
		this.seen.add(phone);
		this.pending.push(phone);
	}

	find(hash: string, knownPhones: readonly string[]): HashedPhone | undefined {
		for (const known of knownPhones) {
			const phone = nationalPhone(known, ['0', '84', '+84', 'bare']);
			if (phone !== undefined) this.see(phone);
		}
		for (const phone of this.pending) index(this.byHash, phone);
		this.pending = [];
		return this.byHash.get(hash) ?? scriptedByHash().get(hash);
	}

	clear(): void {
		this.seen.clear();
		this.byHash.clear();
		this.pending = [];
	}
}
