import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { idInBody } from '../../../providers/caresoft/values';
import { readOptionalCaresoftId } from '../../../shared/caresoft/id';
import { inside, type Item } from '../../../shared/fields/item';
import { customFieldsField, readCustomFields } from '../../fields/customFields';
import { textUpTo } from '../../fields/limitedText';
import { agentField, groupField, recordIdField, serviceField } from '../../fields/locators';

/** A subject; how long one may be is documented (caresoft.md 8.1). */
export const subject = textUpTo(255);

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
 * @throws Refusal where an ID or a custom field is wrong
 */
export function readTicketFields(item: Item, collection: string) {
	const idOf = (field: INodeProperties): number | string | undefined => {
		const id = readOptionalCaresoftId(item, inside(collection, field));
		return id === undefined ? undefined : idInBody(id);
	};
	return {
		assignee_id: idOf(ticketFields.assignee),
		group_id: idOf(ticketFields.group),
		service_id: idOf(ticketFields.service),
		// Other values than those of the list are not documented, and not excluded.
		ticket_priority: item.optionalText(inside(collection, ticketFields.priority)),
		custom_fields: readCustomFields(item, inside(collection, ticketFields.customFields)),
	};
}
