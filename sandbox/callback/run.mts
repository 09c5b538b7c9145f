import { World } from '../simulator/world.mjs';
import { BadInput } from './door.mjs';
import { secretOf, type Terminal } from './secret.mjs';
import { tellAnswer, tellSent, wasTaken } from './tell.mjs';
import { USAGE } from './usage.mjs';
import { readWish } from './wish.mjs';

/** Longer than any of the providers waits. */
const TIMEOUT_MS = 20_000;

/** What the command is run in. */
export interface Surroundings extends Terminal {
	/** The secret that the environment holds. */
	secret: string | undefined;
	/** Says what is wrong with the command. */
	complain(text: string): void;
}

/** Sends what a command line asks for. @returns the exit code: 0 taken, 1 refused or unanswered, 2 nothing sent */
export async function run(args: string[], surroundings: Surroundings): Promise<number> {
	try {
		return await send(args, surroundings);
	} catch (error) {
		if (!(error instanceof BadInput)) throw error;
		surroundings.complain(`${error.message}\n\nnpm run callback -- --help says what there is.\n`);
		return 2;
	}
}

async function send(args: string[], surroundings: Surroundings): Promise<number> {
	const { say } = surroundings;
	const wish = readWish(args);
	if (wish === 'help') {
		say(`${USAGE}\n`);
		return 0;
	}
	const { door, kind, kindName, url, details } = wish;
	// What is wrong with the details is told before anybody is asked for a secret.
	kind.call(url, details, '');
	const secret = await secretOf(wish, surroundings.secret, surroundings);
	const call = kind.call(url, details, secret);
	say(`${door.label}, ${kindName}: ${kind.what}\n\n${tellSent(call, secret)}\n\n`);

	const { outbound } = new World({}, Date.now);
	const [made] = await outbound.send({ ...call, keepAnswer: true }, { times: 1, intervalMs: 0, timeoutMs: TIMEOUT_MS, retryOn: 'timeout' });
	await outbound.close();
	if (!made) throw new Error('Nothing was sent');
	say(`${tellAnswer(made)}\n`);
	return wasTaken(made) ? 0 : 1;
}
