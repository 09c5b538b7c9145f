import type { World } from '../world.mjs';
import { seedCampaigns, type Campaign } from './campaigns.mjs';
import { ContactBook } from './contacts/book.mjs';
import { RateLimiter } from './rateLimiter.mjs';
import { TicketBook } from './tickets/book.mjs';

/** The customer's tenant at CareSoft: its rate limiter and its records. */
export class Tenant {
	limiter: RateLimiter;
	contacts: ContactBook;
	tickets: TicketBook;
	campaigns: readonly Campaign[];
	private messageCount = 0;

	constructor(private readonly world: World) {
		this.limiter = this.newLimiter();
		this.contacts = this.newContacts();
		this.tickets = this.newTickets();
		this.campaigns = seedCampaigns(world.now());
	}

	/** An id of our own for the journal: CareSoft answers with a ticket only. */
	nextMessageId(): string {
		return `caresoft-${++this.messageCount}`;
	}

	resetLimiter(): void {
		this.limiter = this.newLimiter();
	}

	reset(): void {
		this.limiter = this.newLimiter();
		this.contacts = this.newContacts();
		this.tickets = this.newTickets();
		this.campaigns = seedCampaigns(this.world.now());
		this.messageCount = 0;
	}

	private newLimiter(): RateLimiter {
		return new RateLimiter(this.world.settings.caresoft.limits);
	}

	private newContacts(): ContactBook {
		return new ContactBook(this.world.now);
	}

	private newTickets(): TicketBook {
		return new TicketBook(this.world.now, () => this.world.settings.keep.messages);
	}
}
