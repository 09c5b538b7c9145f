/** Contacts and tickets. What caresoft.md leaves open or contradicts is a switch here; of two readings the start takes the stricter one. */
export interface CaresoftRecordSettings {
	/** HTTP status for a contact or ticket that is not there: integrators saw 404 and 500 (caresoft.md 2.2). */
	missingStatus: 404 | 500;
	/** Hours between UTC and the time written before the `Z`: two integrators contradict each other (caresoft.md 4). */
	timeOffsetHours: number;
	/** A custom field that does not exist, is no pair of texts, or has an impossible value: not documented. */
	badCustomField: 'refuse' | 'ignore';
	/** `count` of the campaign list when it is not sent: 500 on its own page, 50 on the general one (caresoft.md 9.1). */
	campaignCount: number;
	contacts: {
		/** HTTP status of "already exist": contradictory (caresoft.md 6.3). */
		duplicateStatus: 400 | 200;
	};
	tickets: {
		/** Members a new ticket must have; only the minimum that production code sends is known (caresoft.md 8.2). */
		required: string[];
		/** Member of an update that changes the status; which one works is unverified (caresoft.md 8.3). */
		statusField: 'ticket_status' | 'status' | 'either';
		/** Statuses that are taken; tenants may have their own (caresoft.md 8.1). */
		statuses: string[];
		/** 'strict': a comment is text on create and an object on update, as production code sends it (caresoft.md 8.2, 8.3). */
		commentForm: 'strict' | 'either';
		/** Ticket in the answer to create and update: the four keys of the SMS answer, or everything (caresoft.md 8.2). */
		answer: 'short' | 'full';
	};
}

export function defaultRecordSettings(): CaresoftRecordSettings {
	return {
		missingStatus: 404,
		timeOffsetHours: 0,
		badCustomField: 'refuse',
		campaignCount: 500,
		contacts: { duplicateStatus: 400 },
		tickets: {
			required: ['ticket_subject', 'ticket_comment'],
			statusField: 'ticket_status',
			statuses: ['new', 'open', 'pending', 'solved', 'closed'],
			commentForm: 'strict',
			answer: 'short',
		},
	};
}
