import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import { Writable } from 'node:stream';
import { BadInput } from './door.mjs';
import type { Wish } from './wish.mjs';

/** The variable of the environment that may hold the secret: what stands in a command stays in the history of the shell. */
export const VARIABLE = 'CALLBACK_SECRET';

/** Where somebody can be asked. */
export interface Terminal {
	input: Readable & { isTTY?: boolean };
	say(text: string): void;
}

/** @returns the secret of a call, '' where it goes out unsigned; throws BadInput where there is none and nobody to ask */
export async function secretOf({ kind: { signedBy }, secret }: Wish, given: string | undefined, terminal: Terminal): Promise<string> {
	if (!signedBy) return '';
	const known = secret ?? (given || undefined);
	if (known !== undefined) return known;
	if (!terminal.input.isTTY) throw new BadInput(`The call is signed, and no secret is given: set ${VARIABLE} to the '${signedBy}' of the credential, or send it --unsigned.`);
	const typed = await ask(`${signedBy} of the credential (it is not shown): `, terminal);
	if (typed === '') throw new BadInput('The secret is empty. Without a signature: --unsigned.');
	return typed;
}

/** What is typed goes to nobody. */
async function ask(question: string, { input, say }: Terminal): Promise<string> {
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input, output: silent, terminal: true });
	say(question);
	try {
		const gone = new Promise<never>((_resolve, reject) => lines.once('SIGINT', () => reject(new BadInput('Nothing was sent.'))));
		return (await Promise.race([lines.question(''), gone])).trim();
	} finally {
		lines.close();
		say('\n');
	}
}
