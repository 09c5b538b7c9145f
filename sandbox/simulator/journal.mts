import { BoundedLog } from './boundedLog.mjs';
import type { Message } from './records.mjs';
import type { World } from './world.mjs';

/** A message before the journal has dated it. */
export type NewMessage = Omit<Message, 'createdAt' | 'events'>;

/** The messages that were really sent, in the order they were taken. */
export class Journal {
	private readonly byId = new Map<string, Message>();
	private readonly groups = new Map<string, Message[]>();
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
	change(message: Message, what: string, patch: Partial<Pick<Message, 'state' | 'failure' | 'zaloMessageId' | 'price'>> = {}): void {
		Object.assign(message, patch);
		message.events.push({ at: this.world.now(), what });
		this.world.feed.publish('message', message);
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
