import { run } from '../../sandbox/callback/run.mjs';
import { PassThrough } from './streams.mjs';

/** What `npm run callback` said, and how it ended. */
export interface CommandResult {
	code: number;
	said: string;
}

/**
 * Runs `npm run callback` in this process.
 *
 * @param secret what the environment holds
 * @param typed what somebody types at the terminal; without it there is none
 */
export async function callback(args: string[], { secret, typed }: { secret?: string; typed?: string } = {}): Promise<CommandResult> {
	const input = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
	if (typed !== undefined) input.write(`${typed}\n`);
	let said = '';
	const say = (text: string) => void (said += text);
	const code = await run(args, { secret, input, say, complain: say });
	return { code, said };
}
