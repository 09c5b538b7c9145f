import type { World } from '../world.mjs';
import { RateLimiter } from './rateLimiter.mjs';

/** The ticket numbers of the samples (caresoft.md 7.1, 7.3) are the first ones given out. */
const FIRST_TICKET_ID = 297_002;
const FIRST_TICKET_NO = 205_025;

/** The customer's tenant at CareSoft: its rate limiter and its tickets. */
export class Tenant {
	limiter: RateLimiter;
	private tickets = new Map<number, { ticketNo: number }>();
	private messageCount = 0;

	constructor(private readonly world: World) {
		this.limiter = new RateLimiter(world.settings.caresoft.limits);
	}

	hasTicket(ticketId: number): boolean {
		return this.tickets.has(ticketId);
	}

	/** Opens a ticket and returns its id. */
	openTicket(): number {
		const index = this.tickets.size;
		const ticketId = FIRST_TICKET_ID + index;
		this.tickets.set(ticketId, { ticketNo: FIRST_TICKET_NO + index });
		return ticketId;
	}

	ticketNo(ticketId: number): number {
		return this.tickets.get(ticketId)?.ticketNo ?? FIRST_TICKET_NO + (ticketId - FIRST_TICKET_ID);
	}

	/** An id of our own for the journal: CareSoft answers with a ticket only. */
	nextMessageId(): string {
		return `caresoft-${++this.messageCount}`;
	}

	resetLimiter(): void {
		this.limiter = new RateLimiter(this.world.settings.caresoft.limits);
	}

	reset(): void {
		this.resetLimiter();
		this.tickets = new Map();
		this.messageCount = 0;
	}
}
