import type { Checked } from '../domain/checked';
import type { DeliveryReport } from '../domain/deliveryReport';
import type { Channel } from '../domain/sendReceipt';
import type { ProviderError, ProviderErrorDetails } from './providerError';
import type { Again, ProviderAnswer, Transport } from './transport';

/** What a credential says, checked. */
export interface Connection<Client> {
	/** Keys of the account: no answer may carry them on. */
	secrets: string[];
	/** Whether calls go to the real service rather than to something that stands in for it. */
	live: boolean;
	/**
	 * @param again how a list asks for one of its pages again; absent where a call is repeated as a whole or not at all
	 * @returns the account as the calls of the provider see it
	 */
	over(transport: Transport, again?: Again): Client;
}

/** A message that was sent, as far as a provider needs to know it to say what became of it. */
export interface AskedMessage {
	messageId: string;
	/** Undefined where only a caller names it. */
	channel?: Exclude<Channel, 'unknown'>;
	/** What a caller says of it: it decides whom to ask first, and proves nothing. */
	claimedChannel?: Channel;
	/** Zalo Official Accounts that may have sent it. */
	officialAccountIds?: string[];
	/** Template that it was made from, which a report may leave out. */
	templateId?: string;
	/** Whether the provider was given a URL to call, where that is known. */
	callsBack?: boolean;
	/** Whether a status call knows such messages; where it does not, only the provider's own reports tell. */
	hasStatusCall?: boolean;
}

/** One of the calls with which a provider says what became of messages. */
export interface InquiryCall<Client> {
	name: string;
	/** Most messages that one call answers for. */
	most: number;
	/** Calls in a second, as documented; of the calls with this name together. */
	perSecond: number;
	/**
	 * Whether it could tell more of a message.
	 *
	 * @param known what the calls before it told
	 * @returns keys, each for one call; messages with the same key can be asked about together
	 */
	keysOf(message: AskedMessage, known: DeliveryReport | undefined): string[];
	/** @returns what it knows of them; nothing of those that it does not know, or not yet */
	ask(client: Client, messages: AskedMessage[], key: string, now: Date): Promise<DeliveryReport[]>;
}

/** How a provider is asked what became of messages. */
export interface Inquiry<Client> {
	/** In the order in which they are made, the strongest first. */
	calls: ReadonlyArray<InquiryCall<Client>>;
	/** Why a message cannot be asked about; undefined where it can. */
	refuses?(message: Omit<AskedMessage, 'messageId'>): string | undefined;
	/** Lists the Official Accounts of the account, whose messages it is. */
	listAccounts?(client: Client): Promise<string[]>;
}

/** A credential as n8n hands it out. */
export type CredentialData = Record<string, unknown>;

/** How the access token of a provider is kept alive, where it has one that expires. The credential type fetches it. */
export interface ProviderSession {
	/** Field of the credential that holds the access token: where it is empty, n8n has a new one fetched. */
	tokenField: string;
	/** Fields that a renewal writes. */
	renewedFields: readonly string[];
	/** @returns the access token; '' where there is none that can be used */
	tokenOf(credential: CredentialData): string;
	/** @returns when it expires, in milliseconds since 1970; undefined where that is not known */
	expiresAt(credential: CredentialData): number | undefined;
	/** @returns keys and tokens: no answer may carry them on */
	secretsOf(credential: CredentialData): string[];
	/** Whether an answer says that the token is dead, and so that nothing was done. */
	saysTokenIsDead(answer: ProviderAnswer): boolean;
	/** Whether a renewal was refused because another one was there first. */
	isSpent(refusal: ProviderErrorDetails): boolean;
	/** @returns what it means that no answer came to a renewal */
	lost(): ProviderError;
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
	/** What the status means that it tells of a message which it has had before, in words for people. */
	statusWords?: ReadonlyMap<string, string>;
	/** What to do where it is not known whether a message was sent. */
	whenUncertain: string;
	/** Where to look for a change that may have been made. */
	whereToLook: string;
	/** Reads its credential; a fault names the field and says what to do. */
	connect(credential: Record<string, unknown>): Checked<Connection<Client>>;
	/** Makes a call that changes nothing and that every account may make; throws ProviderError unless the provider says yes. */
	check(client: Client): Promise<unknown>;
	/** How long to leave it alone, in seconds, where an answer refuses because of too many requests in words of its own rather than by status 429. */
	pauseAfterTooMany?(answer: ProviderAnswer): number | undefined;
	/** Where calls take a token that expires. */
	session?: ProviderSession;
	/** How it is asked what became of a message, where it can be. */
	inquiry?: Inquiry<Client>;
	/** Reads the call with which it reports on a message, where it calls back for each; whoever calls may have made it up. */
	readCallback?(fields: Record<string, unknown>, receivedAt: Date): Checked<DeliveryReport>;
}
