import { BoundedLog } from './boundedLog.mjs';
import type { Message } from './records.mjs';
import type { World } from './world.mjs';

/** A message before the journal has dated it. */
export type NewMessage = Omit<Message, 'createdAt' | 'events'>;

/** When it was known what became of a message, and what the message was until then. */
export interface Outcome {
	at: number;
	before: Pick<Message, 'state' | 'failure' | 'zaloMessageId' | 'price'>;
}

/** The messages that were really sent, in the order they were taken. */
export class Journal {
	private readonly byId = new Map<string, Message>();
	private readonly groups = new Map<string, Message[]>();
	private readonly outcomes = new WeakMap<Message, Outcome>();
	private readonly log: BoundedLog<Message>;

	constructor(private readonly world: World) {
		this.log = new BoundedLog(
			() => world.settings.keep.messages,
			(message) => {
				this.byId.delete(message.id);
				if (message.groupId !== undefined) this.groups.delete(message.groupId);
			},
		);
	}

	add(message: NewMessage): Message {
		const at = this.world.now();
		const entry: Message = { ...message, createdAt: at, events: [{ at, what: message.state }] };
		this.byId.set(entry.id, entry);
		if (entry.groupId !== undefined) this.addToGroup(entry.groupId, entry);
		if (entry.phone !== '') this.world.phoneHashes.see(entry.phone);
		this.log.add(entry);
		this.world.feed.publish('message', entry);
		return entry;
	}

	get(id: string): Message | undefined {
		return this.byId.get(id);
	}

	/** All messages of one SMSID, one for each number it was sent to. */
	group(id: string): readonly Message[] {
		const one = this.byId.get(id);
		const group = this.groups.get(id) ?? [];
		// An SMS that stands in for a ZNS may share its SMSID; the ZNS itself began without a group.
		return one && one.groupId === undefined ? [one, ...group] : group;
	}

	/** Writes down what became of a message. */
	change(message: Message, what: string, patch: Partial<Outcome['before']> = {}): void {
		const at = this.world.now();
		if (patch.state === 'delivered' || patch.state === 'failed') {
			const { state, failure, zaloMessageId, price } = message;
			this.outcomes.set(message, { at, before: { state, failure, zaloMessageId, price } });
		}
		Object.assign(message, patch);
		message.events.push({ at, what });
		this.world.feed.publish('message', message);
	}

	/** Nothing while a message is on its way. */
	outcome(message: Message): Outcome | undefined {
		return this.outcomes.get(message);
	}

	all(): Message[] {
		return this.log.all();
	}

	last(count: number): Message[] {
		return this.log.last(count);
	}

	clear(): void {
		this.byId.clear();
		this.groups.clear();
		this.log.clear();
	}

	private addToGroup(id: string, message: Message): void {
		const group = this.groups.get(id);
		if (group) group.push(message);
		else this.groups.set(id, [message]);
	}
}
