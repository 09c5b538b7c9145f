import type { CustomValues } from '../customFields.mjs';
import type { Dated } from '../listing.mjs';
import { wholeSecond } from '../times.mjs';
import { IDENTITIES, NO_VALUES, type ContactChange, type ContactValues } from './fields.mjs';
import { seedContacts } from './seed.mjs';

/** A customer of the tenant (caresoft.md 6.1). Times are epoch ms, whole seconds. */
export interface Contact extends Dated {
	readonly createdAt: number;
	values: ContactValues;
	customFields: CustomValues;
}

/** A phone number or e-mail address that another contact has. */
export interface Duplicate {
	field: (typeof IDENTITIES)[number];
	id: number;
}

const FIRST_NEW_ID = 173_214_001;

/** All contacts, each found by any of its three phone numbers and two e-mail addresses (caresoft.md 6). */
export class ContactBook {
	private readonly byId = new Map<number, Contact>();
	private readonly idByIdentity = new Map<string, number>();
	private nextId = FIRST_NEW_ID;

	constructor(private readonly now: () => number) {
		for (const { id, at, ...change } of seedContacts(now())) this.store(id, wholeSecond(at), change);
	}

	get(id: number): Contact | undefined {
		return this.byId.get(id);
	}

	/** The contact with this phone number (national form) or e-mail address. */
	find(identity: string | null | undefined): Contact | undefined {
		return this.byId.get(this.idByIdentity.get(keyOf(identity ?? '')) ?? 0);
	}

	all(): Contact[] {
		return [...this.byId.values()];
	}

	/** The first identity of a change that belongs to somebody other than `own`. */
	duplicate({ values }: ContactChange, own?: Contact): Duplicate | undefined {
		for (const field of IDENTITIES) {
			const owner = this.find(values[field]);
			if (owner && owner !== own) return { field, id: owner.id };
		}
		return undefined;
	}

	add(change: ContactChange): Contact {
		return this.store(this.nextId++, wholeSecond(this.now()), change);
	}

	change(contact: Contact, { values, customFields }: ContactChange): void {
		this.index(contact, false);
		contact.values = { ...contact.values, ...values };
		contact.customFields = new Map([...contact.customFields, ...customFields]);
		contact.updatedAt = wholeSecond(this.now());
		this.index(contact, true);
	}

	private store(id: number, at: number, { values, customFields }: ContactChange): Contact {
		const contact: Contact = { id, createdAt: at, updatedAt: at, values: { ...NO_VALUES, ...values }, customFields };
		this.byId.set(id, contact);
		this.index(contact, true);
		return contact;
	}

	private index({ id, values }: Contact, present: boolean): void {
		for (const field of IDENTITIES) {
			const identity = values[field];
			if (identity === null) continue;
			if (present) this.idByIdentity.set(keyOf(identity), id);
			else this.idByIdentity.delete(keyOf(identity));
		}
	}
}

/** Addresses differ in more than their case. */
function keyOf(identity: string): string {
	return identity.toLowerCase();
}
