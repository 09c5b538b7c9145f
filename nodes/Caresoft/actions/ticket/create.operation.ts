import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { namingCustomFields } from '../../../providers/caresoft/unknownId';
import { createTicket } from '../../../providers/caresoft/tickets';
import { sendOnRetryField } from '../../../shared/caresoft/options';
import { inside, type Item } from '../../../shared/fields/item';
import { customerText, filledText } from '../../../shared/fields/kinds/customerText';
import { flag } from '../../../shared/fields/kinds/flag';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { additionalJsonField, withAdditional } from '../../fields/additionalJson';
import { customFieldLabels } from '../../fields/customFields';
import { contactName } from '../../fields/limitedText';
import { readTicketFields, subject, subjectField, ticketFields } from './fields';
import { repeatOf } from './repeat';
import { readRequester, requesterFields } from './requester';

const MORE = 'additionalFields';

const publicField: INodeProperties = {
	displayName: 'Comment Is Public',
	name: 'isPublic',
	type: 'boolean',
	default: false,
	description: 'Whether the customer sees the comment: a public one is sent to the customer on the channel of the ticket',
};
const customerNameField: INodeProperties = {
	displayName: 'Customer Name',
	name: 'customerName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Nguyễn Hải Hà',
	description: 'Name for a new contact, at most 255 characters; a contact that is there keeps its name',
};
const commentField: INodeProperties = {
	displayName: 'Comment',
	name: 'comment',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. The customer could not be reached on Zalo',
	description: 'First comment of the ticket',
};

const moreFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: MORE,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		ticketFields.assignee,
		publicField,
		ticketFields.customFields,
		customerNameField,
		ticketFields.group,
		ticketFields.priority,
		sendOnRetryField,
		ticketFields.service,
		ticketFields.status,
	],
};

export const create: Operation<CaresoftClient> = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create ticket',
		description: 'Create a ticket for a customer, e.g. where a message could not be delivered',
	},
	fields: [
		...requesterFields,
		{ ...subjectField, required: true },
		commentField,
		moreFields,
		additionalJsonField('e.g. {"duedate": "2026-12-31 08:30:00"}', 'Object with further fields of the ticket, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.tickets],
	execute,
};

/** Creates one ticket per item (caresoft.md 8.2). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	const prepare = (item: Item) => {
		const isPublic = item.optional(inside(MORE, publicField), flag);
		const ticket = withAdditional(item, {
			...readRequester(item),
			username: item.optional(inside(MORE, customerNameField), contactName),
			ticket_subject: item.required(subjectField, subject),
			// Text here, an object in an update.
			ticket_comment: item.required(commentField, isPublic ? customerText : filledText),
			is_public: isPublic === undefined ? undefined : Number(isPublic),
			ticket_status: item.optionalText(inside(MORE, ticketFields.status)),
			...readTicketFields(item, MORE),
		});
		const labels = customFieldLabels(item, inside(MORE, ticketFields.customFields));
		const simplify = simplifierOf(item);
		return { repeat: repeatOf(ticket), send: async () => simplify(await namingCustomFields(createTicket(run.client, ticket), labels)) };
	};
	return [await sendItems(run, prepare, { subject: 'change', sendsOnRetry: (item) => item.isOn(inside(MORE, sendOnRetryField)) })];
}
