import { parseArgs } from 'node:util';
import { caresoft } from './caresoft.mjs';
import { BadInput, DETAILS, oneOf, type Detail, type Details, type Door, type Kind } from './door.mjs';
import { esms } from './esms.mjs';
import { zalo } from './zalo.mjs';

export const DOORS = { esms, caresoft, zalo } satisfies Record<string, Door>;

/** What the user wants to be sent. */
export interface Wish {
	door: Door;
	kindName: string;
	kind: Kind;
	url: string;
	details: Details;
	/** Undefined: neither a secret nor --unsigned was given. An empty one leaves the signature out. */
	secret: string | undefined;
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean', default: false } as const;
const NAMES = Object.keys(DETAILS) as Detail[];

/** Reads a command line; 'help' where that is asked for. Throws BadInput. */
export function readWish(args: string[]): Wish | 'help' {
	const given = parsed(args);
	if (given.help || args.length === 0) return 'help';
	const provider = oneOf('provider', required('provider', given.provider, Object.keys(DOORS).join(', ')), Object.keys(DOORS) as Array<keyof typeof DOORS>);
	const door: Door = DOORS[provider];
	const kindName = oneOf('kind', given.kind ?? Object.keys(door.kinds)[0] ?? '', Object.keys(door.kinds));
	const kind = door.kinds[kindName] as Kind;
	const details = detailsOf(given, kind, `--kind=${kindName} of ${door.label}`);
	if (!kind.signedBy && (given.secret !== undefined || given.unsigned)) {
		throw new BadInput(`${door.label} does not sign this call: leave --${given.unsigned ? 'unsigned' : 'secret'} out.`);
	}
	if (given.unsigned && given.secret !== undefined) throw new BadInput('--unsigned and --secret exclude each other.');
	if (given.secret === '') throw new BadInput('--secret is empty. Without a signature: --unsigned.');
	return { door, kindName, kind, details, url: urlOf(required('url', given.url, 'the address of the trigger')), secret: given.unsigned ? '' : given.secret };
}

function parsed(args: string[]) {
	try {
		const details = Object.fromEntries(NAMES.map((name) => [name, TEXT])) as Record<Detail, typeof TEXT>;
		return parseArgs({ args, options: { provider: TEXT, kind: TEXT, url: TEXT, secret: TEXT, unsigned: FLAG, help: FLAG, ...details } }).values;
	} catch (error) {
		throw new BadInput(error instanceof Error ? error.message : String(error));
	}
}

function required(name: string, value: string | undefined, what: string): string {
	if (value === undefined || value === '') throw new BadInput(`--${name} is missing: ${what}.`);
	return value;
}

function detailsOf(given: Partial<Record<Detail, string>>, { takes }: Kind, kind: string): Details {
	const named = NAMES.filter((name) => given[name] !== undefined);
	for (const name of named) {
		if (!takes.includes(name)) throw new BadInput(`${kind} has no --${name}. It takes: ${takes.map((one) => `--${one}`).join(', ') || 'nothing'}.`);
		if (given[name] === '') throw new BadInput(`--${name} is empty.`);
	}
	return Object.fromEntries(named.map((name) => [name, given[name]]));
}

function urlOf(text: string): string {
	if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
	throw new BadInput(`--url is an address that starts with https:// or http://, not "${text}". Copy it from the trigger: Production URL, or Test URL while the editor listens.`);
}
