import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { eventIdOf, type DeliveryReport } from '../../domain/deliveryReport';
import { subjectWithoutTime } from '../../providers/caresoft/subject';
import { Memory } from '../../shared/webhooks/memory';

/** Tickets and customers that this process remembers, that outlive a restart, and states of one of them. */
const REMEMBERED = 10_000;
const STORED = 100;
const MOST_STATES = 30;

/** What a ticket went through. */
interface Course {
	/** Event ID of the last state. */
	last: string;
	/** How often each state came back, by event ID; 0 for the first time. */
	returns: Record<string, number>;
}

const memory = new Memory<Course>(REMEMBERED);

const storedSchema = z.record(z.object({ last: z.string(), returns: z.record(z.number()) }));

/**
 * Tells a state that came back from the repeat of an event. Both are the same bytes where the event has no time
 * (caresoft.md 10.9 documents no repeats): it is a repeat unless another event on the same ticket came between.
 *
 * @param keeps whether it is to be known after a restart of n8n
 * @returns the event ID of the report: that of its bytes, another one for each time that a state came back
 */
export function eventIdIn(context: IWebhookFunctions, { eventId, raw }: DeliveryReport, keeps: boolean): string {
	const subject = subjectWithoutTime(raw);
	// Nothing is remembered of the test URL, where somebody waits for each call.
	if (subject === undefined || context.getMode() === 'manual') return eventId;
	const stored = keeps ? context.getWorkflowStaticData('node') : undefined;
	const courses = memory.of(context);
	for (const [key, course] of Object.entries(storedSchema.safeParse(stored?.courses).data ?? {})) {
		if (!courses.has(key)) courses.set(key, course);
	}
	const key = eventIdOf('course', subject);
	const course = courses.get(key) ?? { last: '', returns: {} };
	const next = course.last === eventId ? course : cameAnew(course, eventId);
	memory.keep(courses, key, next);
	if (stored) stored.courses = Object.fromEntries([...courses.keys()].slice(-STORED).map((one) => [one, courses.get(one)]));
	const returns = next.returns[eventId] ?? 0;
	return returns === 0 ? eventId : eventIdOf(eventId, String(returns));
}

function cameAnew({ returns }: Course, eventId: string): Course {
	const { [eventId]: before = -1, ...others } = returns;
	const kept = Object.entries(others).slice(1 - MOST_STATES);
	return { last: eventId, returns: { ...Object.fromEntries(kept), [eventId]: before + 1 } };
}
