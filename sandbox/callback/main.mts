import { run } from './run.mjs';
import { VARIABLE } from './secret.mjs';

process.exitCode = await run(process.argv.slice(2), {
	secret: process.env[VARIABLE],
	input: process.stdin,
	say: (text) => void process.stdout.write(text),
	complain: (text) => void process.stderr.write(text),
});
