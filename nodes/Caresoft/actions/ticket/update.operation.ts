import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { namingCustomFields } from '../../../providers/caresoft/unknownId';
import { updateTicket } from '../../../providers/caresoft/tickets';
import { readCaresoftId } from '../../../shared/caresoft/id';
import { inside, type Item } from '../../../shared/fields/item';
import { choice } from '../../../shared/fields/kinds/choice';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { additionalJsonField, withAdditional } from '../../fields/additionalJson';
import { customFieldLabels } from '../../fields/customFields';
import { readTicketFields, subject, subjectField, ticketFields, ticketIdField } from './fields';
import { repeatOf } from './repeat';

const CHANGES = 'updateFields';

/** Which of the two changes the status is not verified (caresoft.md 8.3). */
const STATUS_KEYS = ['ticket_status', 'status'] as const;

const statusKeyField: INodeProperties = {
	displayName: 'Status Field Name',
	name: 'statusKey',
	type: 'options',
	options: [
		{ name: 'Status', value: 'status' },
		{ name: 'Ticket Status', value: 'ticket_status' },
	],
	default: 'ticket_status',
	description: 'Under which name the status is sent; choose the other one where your account ignores the change',
};

const changeFields: INodeProperties = {
	displayName: 'Update Fields',
	name: CHANGES,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		ticketFields.assignee,
		ticketFields.customFields,
		ticketFields.group,
		ticketFields.priority,
		ticketFields.service,
		ticketFields.status,
		statusKeyField,
		subjectField,
	],
};

export const update: Operation<CaresoftClient> = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update ticket',
		description: 'Change fields of a ticket, e.g. its status or who handles it',
	},
	fields: [
		ticketIdField,
		changeFields,
		additionalJsonField('e.g. {"requester_id": 63203810}', 'Object with further fields to change, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.tickets],
	execute,
};

/** Updates one ticket per item (caresoft.md 8.3). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	const prepare = (item: Item) => {
		const id = readCaresoftId(item, ticketIdField);
		const statusKey = item.valueOr(inside(CHANGES, statusKeyField), choice(STATUS_KEYS), 'ticket_status');
		const ticket = withAdditional(item, {
			...readTicketFields(item, CHANGES),
			ticket_subject: item.optional(inside(CHANGES, subjectField), subject),
			[statusKey]: item.optionalText(inside(CHANGES, ticketFields.status)),
		});
		if (Object.keys(ticket).length === 0) throw item.refuse('There is nothing to update', "Add a field in 'Update Fields' for this item.");
		const labels = customFieldLabels(item, inside(CHANGES, ticketFields.customFields));
		const simplify = simplifierOf(item);
		return { repeat: repeatOf(ticket), send: async () => simplify(await namingCustomFields(updateTicket(run.client, id, ticket), labels)) };
	};
	return [await sendItems(run, prepare, { subject: 'change' })];
}
