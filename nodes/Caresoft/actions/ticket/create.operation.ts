import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { createTicket } from '../../../providers/caresoft/tickets';
import { simplifyField } from '../../../shared/fields/simplify';
import { itemFault, readOptionalText, readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { changeEach } from '../../changeEach';
import { additionalJsonField, withAdditional } from '../../fields/additionalJson';
import { readSubject, subjectField, ticketFields, readTicketFields } from './fields';
import { readRequester, requesterFields } from './requester';

const MORE = 'additionalFields';

const moreFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: MORE,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		ticketFields.assignee,
		{
			displayName: 'Comment Is Public',
			name: 'isPublic',
			type: 'boolean',
			default: false,
			description: 'Whether the customer sees the comment: a public one is sent to the customer on the channel of the ticket',
		},
		ticketFields.customFields,
		{
			displayName: 'Customer Name',
			name: 'customerName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Nguyễn Hải Hà',
			description: 'Name for a new contact; a contact that is there keeps its name',
		},
		ticketFields.group,
		ticketFields.priority,
		ticketFields.service,
		ticketFields.status,
	],
};

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create ticket',
		description: 'Create a ticket for a customer, e.g. where a message could not be delivered',
	},
	fields: [
		...requesterFields,
		{ ...subjectField, required: true },
		{
			displayName: 'Comment',
			name: 'comment',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. The customer could not be reached on Zalo',
			description: 'First comment of the ticket',
		},
		moreFields,
		additionalJsonField('e.g. {"duedate": "2026-12-31 08:30:00"}', 'Object with further fields of the ticket, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.tickets],
	execute,
};

/** Creates one ticket per item (caresoft.md 8.2). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await changeEach(this, (client, itemIndex) => {
		const subject = readSubject(this, itemIndex, subjectField.name);
		if (subject === '') throw itemFault(this, itemIndex, 'Subject is empty', "Fill in 'Subject' for this item.");
		const isPublic: unknown = this.getNodeParameter(`${MORE}.isPublic`, itemIndex, null);
		const ticket = withAdditional(this, itemIndex, {
			...readRequester(this, itemIndex),
			username: toNfc(readOptionalText(this, itemIndex, `${MORE}.customerName`)) || undefined,
			ticket_subject: subject,
			// Text here, an object in an update.
			ticket_comment: toNfc(readText(this, itemIndex, 'comment', 'Comment')),
			is_public: isPublic === null ? undefined : Number(isPublic === true),
			ticket_status: readOptionalText(this, itemIndex, `${MORE}.status`) || undefined,
			...readTicketFields(this, itemIndex, MORE),
		});
		// CareSoft has no key against repeats: a second try would be a second ticket.
		return { repeatable: false, send: async () => await createTicket(client, ticket) };
	});
}
