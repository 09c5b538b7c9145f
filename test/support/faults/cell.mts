import type { IDataObject } from 'n8n-workflow';
import type { Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type EngineRun } from '../engine.mjs';
import type { Certificate } from './certificates.mjs';
import { openDoor, type Trouble } from './door.mjs';
import type { Path } from './paths.mjs';

/** What the node says became of a message. `retry` and `refused` were not sent; only `retry` may just be sent again. */
export type Said = 'sent' | 'duplicate' | 'uncertain' | 'retry' | 'refused';

/** What became of the messages of one run, all of which fared alike. */
export interface Outcome {
	said: Said;
	/** What the user reads first; of the receipt, its status. */
	title: string;
	advice: string;
	/** How often the node asked. */
	asked: number;
	/** How often the provider got the whole head of a request. */
	arrived: number;
	/** Messages that the simulator sent, the same for each recipient. */
	messages: number;
}

/** What is done to one run. */
export interface Cell {
	path: Path;
	trouble: Trouble;
	/** Only the first request meets the trouble. */
	once?: boolean;
	/** Called before the n-th request of the node leaves. */
	beforeRequest?: (n: number) => void;
	/** In place of the time after which the node gives a request in trouble up, in milliseconds. */
	timeoutMs?: number;
	onError?: EngineRun['onError'];
}

/** What the cells of a file share. */
export interface Ground {
	simulator: Simulator;
	good: Certificate;
}

let runs = 0;

/** Runs one node against a provider in trouble, and counts what was really sent. */
export async function runCell({ simulator, good }: Ground, { path, trouble, once = false, beforeRequest, timeoutMs, onError = 'continueRegularOutput' }: Cell): Promise<Outcome> {
	const n = ++runs;
	const recipients = path.recipients(n);
	const door = await openDoor(simulator.url, path.isSend, trouble, good);
	let asked = 0;
	try {
		const { outputs, error } = await runNode({
			...path.run(door.url, recipients),
			onError,
			executionId: `execution-${n}`,
			onRequest: async (options) => {
				expect(options).toMatchObject({ timeout: 30_000, disableFollowRedirect: true });
				if (!path.isSend(options.url)) return options;
				asked++;
				beforeRequest?.(asked);
				const troubled = !once || asked === 1;
				await door.setTrouble(troubled);
				return troubled && timeoutMs !== undefined ? { ...options, timeout: timeoutMs } : options;
			},
		});
		await door.settled();
		const messages = recipients.map((recipient) => simulator.messages().filter((message) => path.recipientOf(message) === recipient).length);
		const spoken = error ? [{ said: 'refused' as const, title: error.message, advice: error.description ?? '' }] : (outputs[0] ?? []).map(({ json }) => saidIn(json));
		return { ...theSame(spoken), asked, arrived: door.arrived(), messages: theSame(messages) };
	} finally {
		door.close();
	}
}

function saidIn(json: IDataObject): Pick<Outcome, 'said' | 'title' | 'advice'> {
	if (typeof json.status === 'string') return { said: json.status === 'duplicate' ? 'duplicate' : 'sent', title: json.status, advice: '' };
	const { class: failureClass, retryable } = json.details as { class: string; retryable: boolean };
	const said = failureClass === 'uncertain' ? 'uncertain' : retryable ? 'retry' : 'refused';
	return { said, title: String(json.error), advice: String(json.message) };
}

/** A fault of a whole request is the same for each of its messages. */
function theSame<T>(values: T[]): T {
	const [first, ...others] = values;
	expect(others).toEqual(others.map(() => first));
	if (first === undefined) throw new Error('The run returned nothing');
	return first;
}
