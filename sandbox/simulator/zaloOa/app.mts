import type { World } from '../world.mjs';
import { Faults } from './faults.mjs';
import { Feedback } from './feedback.mjs';
import { Limits } from './limits.mjs';
import { ODD_TEMPLATE, TEMPLATES } from './templateSeed.mjs';
import type { ZaloTemplate } from './templates.mjs';
import { Tokens } from './tokens.mjs';

/** The customer's app and Official Account: tokens, quotas, templates, and what customers answered. */
export class ZaloApp {
	readonly tokens: Tokens;
	readonly limits: Limits;
	readonly faults = new Faults();
	readonly feedback: Feedback;
	/** What posts the events that are held back. */
	readonly heldEvents = new Set<() => Promise<void>>();
	/** Events in a row that nobody took. */
	eventsLost = 0;

	constructor(private readonly world: World) {
		this.tokens = new Tokens(world);
		this.limits = new Limits(world);
		this.feedback = new Feedback(world.now);
	}

	templates(): readonly ZaloTemplate[] {
		return this.world.settings.zalo.lists.oddTemplate ? [...TEMPLATES, ODD_TEMPLATE] : TEMPLATES;
	}

	/** A template that was not deleted. */
	template(id: unknown): ZaloTemplate | undefined {
		return this.templates().find((template) => template.id === id && template.status !== 'DELETE');
	}

	/** Lets the events that are held back set out, each at a random moment within this time. */
	releaseEvents(withinMs: number): void {
		for (const tell of this.heldEvents) void this.world.tasks.after(Math.random() * withinMs, tell);
		this.heldEvents.clear();
	}

	reset(): void {
		this.tokens.reset();
		this.limits.reset();
		this.faults.clear();
		this.feedback.reset();
		this.heldEvents.clear();
		this.eventsLost = 0;
	}
}
