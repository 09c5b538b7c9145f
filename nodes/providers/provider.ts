import type { Checked } from '../domain/checked';
import type { DeliveryReport } from '../domain/deliveryReport';
import type { Channel } from '../domain/sendReceipt';
import type { Transport } from './transport';

/** What a credential says, checked. */
export interface Connection<Client> {
	/** Keys of the account: no answer may carry them on. */
	secrets: string[];
	/** Whether calls go to the real service rather than to something that stands in for it. */
	live: boolean;
	/** @returns the account as the calls of the provider see it */
	over(transport: Transport): Client;
}

/** A message that was sent, as far as a provider needs to know it to say what became of it. */
export interface AskedMessage {
	messageId: string;
	channel: Exclude<Channel, 'unknown'>;
	/** Zalo Official Account that sent it. */
	officialAccountId?: string;
}

/** All that shared code knows of a provider. */
export interface Provider<Client = unknown> {
	/** As receipts and reports name it. */
	name: string;
	/** As people name it. */
	label: string;
	/** Name of its credential type. */
	credentialType: string;
	/** Most requests of a run in a second, where the user says nothing. */
	requestsPerSecond: number;
	/** Most requests under way at once. */
	mostInFlight: number;
	/** Whether it recognises the repeat of a message by its request ID. */
	recognisesRepeats: boolean;
	/** Whether it calls back for each message. */
	callsBack: boolean;
	/** What to do where it is not known whether a message was sent. */
	whenUncertain: string;
	/** Where to look for a change that may have been made. */
	whereToLook: string;
	/** Reads its credential; a fault names the field and says what to do. */
	connect(credential: Record<string, unknown>): Checked<Connection<Client>>;
	/** Makes a call that changes nothing and that every account may make; throws ProviderError unless the provider says yes. */
	check(client: Client): Promise<unknown>;
	/** Asks what became of a message; undefined where it knows nothing yet. */
	report?(client: Client, message: AskedMessage, now: Date): Promise<DeliveryReport | undefined>;
}
