import type { OutboundCall } from '../simulator/outbound.mjs';

/** What may be said about a call besides provider, kind, address and secret, with its place in the help. */
export const DETAILS = {
	status: 'what became of the message; of CareSoft: the text that stands at --status-path',
	reason: 'Zalo\'s code of a failed ZNS, such as -118 (no Zalo account); -114 unless you say so',
	'message-id': 'ID of the message; a new one unless you say so',
	'request-id': 'request ID of eSMS',
	'tracking-id': 'tracking ID of Zalo',
	'ticket-id': 'ID of the ticket; a new one unless you say so',
	'status-path': 'where in the event the status stands, as in the field Status Path of the trigger',
	phone: 'phone number of the customer',
	'oa-id': 'ID of the Official Account',
	'app-id': 'ID of the app, as in the credential; that of the simulator unless you say so',
	'partner-id': 'Partner ID, as in the credential; that of the simulator unless you say so',
	text: 'what the customer texts',
	method: 'get, as documented, or post: as JSON, which a receiver may tolerate',
} as const;

export type Detail = keyof typeof DETAILS;
export type Details = Partial<Record<Detail, string>>;

/** One kind of call that a provider makes. */
export interface Kind {
	what: string;
	takes: readonly Detail[];
	/** The field of the credential in n8n that holds the secret; without it, nothing is signed. */
	signedBy?: string;
	/** Builds the call; throws BadInput. An empty secret leaves the signature out. */
	call(url: string, details: Details, secret: string): OutboundCall;
}

/** How one provider calls its customers; the first kind is the usual one. */
export interface Door {
	label: string;
	kinds: Readonly<Record<string, Kind>>;
}

/** What the user gave cannot be; the message says what can. */
export class BadInput extends Error {}

/** @returns one of several values; throws BadInput where it is none of them */
export function oneOf<T extends string>(name: string, value: string, values: readonly T[]): T {
	const found = values.find((one) => one === value);
	if (found === undefined) throw new BadInput(`--${name} is one of ${values.join(', ')}, not "${value}".`);
	return found;
}

/** @returns digits as they are; throws BadInput where they are none */
export function digits(name: string, value: string): string {
	if (!/^\d{1,15}$/.test(value)) throw new BadInput(`--${name} is a number, not "${value}".`);
	return value;
}
