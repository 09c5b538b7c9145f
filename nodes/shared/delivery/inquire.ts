import chunk from 'lodash/chunk';
import { joinReports, type DeliveryReport } from '../../domain/deliveryReport';
import type { AskedMessage, InquiryCall, Provider } from '../../providers/provider';
import { createPace, type Pace } from '../run/pace';
import type { Read } from '../run/run';

/** Who asks: an account of a provider, and how its calls are made. */
export interface Asker<Client> {
	provider: Provider<Client>;
	read: Read<Client>;
}

/** What is known of a message after asking; nothing at all where the provider does not know it, or not yet. */
export interface Told {
	report?: DeliveryReport;
	/** Why nobody could be asked. */
	error?: unknown;
}

/** Asks about several messages at once. */
export type Inquire = (messages: readonly AskedMessage[]) => Promise<Map<string, Told>>;

/**
 * Makes the one inquiry of a run or of a trigger: the strongest call first, what it leaves open by the
 * next one, each within its documented calls per second, and those that answer for many messages for as many as they can.
 */
export function createInquiry<Client>(asker: Asker<Client>): Inquire {
	const { inquiry, mostInFlight } = asker.provider;
	const paces = new Map<string, Pace>();
	const paceOf = ({ name, perSecond }: InquiryCall<Client>): Pace => {
		const pace = paces.get(name) ?? createPace(perSecond, mostInFlight);
		paces.set(name, pace);
		return pace;
	};

	return async (messages) => {
		const told = new Map<string, Told>();
		for (const call of inquiry?.calls ?? []) {
			await Promise.all(
				requestsOf(call, messages, told).map(async ([key, asked]) => {
					try {
						const reports = await asker.read(async (client) => await paceOf(call).run(async () => await call.ask(client, asked, key, new Date())));
						for (const report of reports) note(told, asked, report);
					} catch (error) {
						// What one call does not tell, the next one may.
						for (const { messageId } of asked) told.set(messageId, { error, ...told.get(messageId) });
					}
				}),
			);
		}
		return told;
	};
}

/** @returns the requests that a call takes for messages of which it could tell more, each with its key */
function requestsOf<Client>(call: InquiryCall<Client>, messages: readonly AskedMessage[], told: ReadonlyMap<string, Told>): Array<[string, AskedMessage[]]> {
	const groups = new Map<string, Map<string, AskedMessage>>();
	for (const message of messages) {
		for (const key of call.keysOf(message, told.get(message.messageId)?.report)) {
			const group = groups.get(key) ?? new Map<string, AskedMessage>();
			groups.set(key, group.set(message.messageId, message));
		}
	}
	return [...groups].flatMap(([key, group]) => chunk([...group.values()], call.most).map((asked): [string, AskedMessage[]] => [key, asked]));
}

/** An answer can hold rows on messages that nobody asked for. */
function note(told: Map<string, Told>, asked: readonly AskedMessage[], report: DeliveryReport): void {
	const message = asked.find(({ messageId }) => messageId === report.messageId);
	if (!message) return;
	const { report: known, error } = told.get(message.messageId) ?? {};
	told.set(message.messageId, { report: joinReports(known, report), ...(error !== undefined && { error }) });
}
