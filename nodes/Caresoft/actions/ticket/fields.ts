import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { codePointLength, toNfc } from '../../../domain/text';
import { readOptionalCaresoftId } from '../../../shared/fields/caresoftId';
import { itemFault, readOptionalText } from '../../../shared/fields/text';
import { customFieldsField, readCustomFields } from '../../fields/customFields';
import { agentField, groupField, recordIdField, serviceField } from '../../fields/locators';

/** Longest subject, in code points (caresoft.md 8.1). */
const SUBJECT_MAX_LENGTH = 255;

/** The common ones; an account may have more (caresoft.md 8.1). */
const STATUSES: INodePropertyOptions[] = [
	{ name: 'Closed', value: 'closed' },
	{ name: 'New', value: 'new' },
	{ name: 'Open', value: 'open' },
	{ name: 'Pending', value: 'pending' },
	{ name: 'Solved', value: 'solved' },
];

export const ticketIdField = recordIdField('Ticket ID', 'ticketId', 'e.g. 297005', 'ID of the ticket, not its number');

export const subjectField: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Order DH001: delivery failed',
	description: 'Subject of the ticket, at most 255 characters',
};

/** Fields that a ticket gets when it is created, and later; by name, for collections. */
export const ticketFields = {
	assignee: agentField('Assignee', 'assignee', 'Agent who handles the ticket'),
	customFields: customFieldsField('searchTicketFields'),
	group: groupField,
	priority: {
		displayName: 'Priority',
		name: 'priority',
		type: 'options',
		options: [
			{ name: 'High', value: 'High' },
			{ name: 'Low', value: 'Low' },
			{ name: 'Normal', value: 'Normal' },
		],
		default: 'Normal',
		description: 'How urgent the ticket is',
	},
	service: { ...serviceField('Service of CareSoft that the ticket belongs to'), required: false },
	status: {
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: STATUSES,
		default: 'open',
		description: 'Status of the ticket. A status that only your account has goes in by an expression.',
	},
} as const satisfies Record<string, INodeProperties>;

/**
 * Reads the collection of ticket fields of an item.
 *
 * @param collection name of the collection
 * @returns fields of CareSoft, undefined where a field is not given (caresoft.md 8.1, 8.2); the status for its caller to name
 * @throws NodeOperationError where an ID or a custom field is wrong
 */
export function readTicketFields(context: IExecuteFunctions, itemIndex: number, collection: string) {
	const readNumber = (name: string, displayName: string): number | undefined => {
		const id = readOptionalCaresoftId(context, itemIndex, `${collection}.${name}`, displayName);
		return id === undefined ? undefined : Number(id);
	};
	return {
		assignee_id: readNumber('assignee', 'Assignee'),
		group_id: readNumber('group', 'Group'),
		service_id: readNumber('service', 'Service'),
		ticket_priority: readOptionalText(context, itemIndex, `${collection}.priority`) || undefined,
		custom_fields: readCustomFields(context, itemIndex, `${collection}.customFields`),
	};
}

/** @returns the subject, '' where it is empty; throws NodeOperationError where it is too long */
export function readSubject(context: IExecuteFunctions, itemIndex: number, name: string): string {
	const subject = toNfc(readOptionalText(context, itemIndex, name));
	const length = codePointLength(subject);
	if (length <= SUBJECT_MAX_LENGTH) return subject;
	throw itemFault(context, itemIndex, `Subject has ${length} characters, CareSoft allows ${SUBJECT_MAX_LENGTH}`, "Shorten 'Subject' for this item.");
}
