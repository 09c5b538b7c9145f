import { sleep } from 'n8n-workflow';
import type { AskedMessage } from '../../providers/provider';
import type { Inquire, Told } from './inquire';

/** Messages that are asked about within this time are asked about together. */
const GATHER_MS = 50;

/** Asks about one message. */
export type Ask = (message: AskedMessage) => Promise<Told>;

/** @returns a way to ask about single messages, which puts those of a moment into one inquiry. Never throws. */
export function createDesk(inquire: Inquire): Ask {
	let gathered: Array<{ message: AskedMessage; answer: (told: Told) => void }> = [];
	const askForAll = async (): Promise<void> => {
		await sleep(GATHER_MS);
		const asked = gathered;
		gathered = [];
		const told = await inquire(asked.map(({ message }) => message)).catch((error: unknown) => error);
		for (const { message, answer } of asked) answer(told instanceof Map ? ((told as Map<string, Told>).get(message.messageId) ?? {}) : { error: told });
	};
	return async (message) =>
		await new Promise((answer) => {
			if (gathered.push({ message, answer }) === 1) void askForAll();
		});
}
