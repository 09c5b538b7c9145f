import type { IExecuteFunctions } from 'n8n-workflow';
import type { Provider } from '../../providers/provider';
import type { Again, ProviderAnswer, Transport } from '../../providers/transport';
import { includeInputOption } from '../fields/includeInput';
import { Item } from '../fields/item';
import { flag } from '../fields/kinds/flag';
import { numberBetween } from '../fields/kinds/number';
import { previewOnlyField } from '../fields/previewOnly';
import { requestsPerSecondOption } from '../fields/requestsPerSecond';
import { withholding } from './withhold';
import { connect } from './connect';
import { createPace } from './pace';
import { createPointOut, type PointOut } from './pointOut';
import { readAgain } from './readAgain';
import { readSetting } from './setting';
import { createStop, type Stop } from './stop';

/** HTTP status of a refusal because of too many requests (RFC 6585, 4). */
const TOO_MANY = 429;

/** Makes a call that only reads. */
export type Read<Client> = <T>(call: (client: Client) => Promise<T>) => Promise<T>;

/** What holds for all items of a run, read once. */
export interface Run<Client = unknown> {
	context: IExecuteFunctions;
	provider: Provider<Client>;
	/** What is done, e.g. `sms.send`; a part of what makes a message the same message. */
	operation: string;
	items: Item[];
	/** Whether a bad item stops nothing but itself. */
	goOn: boolean;
	/** Whether messages are only shown. */
	previewOnly: boolean;
	/** Whether a receipt keeps the fields of its input. */
	includesInput: boolean;
	/** Whether messages go to the real provider. */
	live: boolean;
	/** Makes calls that send or change something, within the pace; where the node previews, none leaves. */
	client: Client;
	/** Makes a call that only reads: within the pace, and again where no good answer comes. */
	read: Read<Client>;
	/** The same for who waits for what was sent before the run stopped: it has a stop of its own. */
	readUntil(until: number): Read<Client>;
	/** Why no further request leaves, and how to bring that about. */
	stop: Stop;
	/** Says what is worth knowing and stops nothing. */
	pointOut: PointOut;
}

/** @returns whether the node is set to preview */
export function readPreviewOnly(context: IExecuteFunctions): boolean {
	// An expression that gives nothing must not send what somebody wanted to look at; operations that send nothing have no such field.
	const written = context.getNode().parameters[previewOnlyField.name];
	return written === undefined ? false : readSetting(context, previewOnlyField, flag, undefined);
}

/** @returns the seconds to wait where an answer refuses because of too many requests, 0 where it names none; else undefined */
export function pauseAfterTooMany(provider: Pick<Provider, 'pauseAfterTooMany'>, answer: ProviderAnswer): number | undefined {
	const inWords = provider.pauseAfterTooMany?.(answer);
	return answer.status === TOO_MANY ? Number(answer.headers['retry-after']) || inWords || 0 : inWords;
}

/**
 * Reads what holds for all items: the credential, the pace, whether the node previews.
 *
 * @throws Refusal where one of these is wrong; nothing was sent
 */
export async function startRun<Client>(context: IExecuteFunctions, provider: Provider<Client>, operation: string): Promise<Run<Client>> {
	const previewOnly = readPreviewOnly(context);
	const requestsPerSecond = readSetting(
		context,
		{ name: `options.${requestsPerSecondOption.name}`, displayName: requestsPerSecondOption.displayName },
		numberBetween(0, 1000),
		provider.requestsPerSecond,
	);
	const { transport, connection, again } = await connect(context, provider);
	const plainFields = new Map();
	const stop = createStop(context);
	const pace = createPace(requestsPerSecond, provider.mostInFlight);
	const clientUnder = (stop: Stop, pageAgain?: Again): Client => {
		const paced: Transport = async (request) =>
			await pace.run(async () => {
				const answer = await transport(request);
				const pause = pauseAfterTooMany(provider, answer);
				if (pause === undefined) pace.taken();
				else if (!pace.refused(pause * 1000)) stop.because(`${provider.label} goes on refusing because of too many requests`, true);
				return answer;
			}, stop.check);
		return connection.over(again(paced), pageAgain);
	};
	const readUnder = (stop: Stop): Read<Client> => {
		const tried = new Set<unknown>();
		// A list asks for one page again, not for those before it: of many pages one nearly always needs it.
		const client = clientUnder(stop, async (call) => await readAgain(call, stop).catch((error: unknown) => {
			tried.add(error);
			throw error;
		}));
		return async (call) => await readAgain(async () => await call(client), stop, (error) => tried.has(error));
	};
	return {
		context,
		provider,
		operation,
		items: context.getInputData().map((_, index) => new Item(context, index, plainFields)),
		goOn: context.continueOnFail(),
		previewOnly,
		includesInput: readSetting(context, includeInputOption.field, flag, false),
		live: connection.live,
		client: previewOnly ? connection.over(withholding) : clientUnder(stop),
		read: readUnder(stop),
		readUntil: (until) => readUnder(createStop(context, until)),
		stop,
		pointOut: createPointOut(context),
	};
}
