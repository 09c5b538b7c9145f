import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { updateTicket } from '../../../providers/caresoft/tickets';
import { readCaresoftId } from '../../../shared/fields/caresoftId';
import { simplifyField } from '../../../shared/fields/simplify';
import { itemFault, readChoice, readOptionalText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { changeEach } from '../../changeEach';
import { additionalJsonField, withAdditional } from '../../fields/additionalJson';
import { readSubject, readTicketFields, subjectField, ticketFields, ticketIdField } from './fields';

const CHANGES = 'updateFields';

/** Which of the two changes the status is not verified (caresoft.md 8.3). */
const STATUS_KEYS = ['ticket_status', 'status'] as const;

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
		{
			displayName: 'Status Field Name',
			name: 'statusKey',
			type: 'options',
			options: [
				{ name: 'Status', value: 'status' },
				{ name: 'Ticket Status', value: 'ticket_status' },
			],
			default: 'ticket_status',
			description: 'Under which name the status is sent; choose the other one where your account ignores the change',
		},
		subjectField,
	],
};

export const update: Operation = {
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
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await changeEach(this, (client, itemIndex) => {
		const id = readCaresoftId(this, itemIndex, ticketIdField.name, ticketIdField.displayName);
		const status = readOptionalText(this, itemIndex, `${CHANGES}.status`);
		const ticket = withAdditional(this, itemIndex, {
			...readTicketFields(this, itemIndex, CHANGES),
			ticket_subject: readSubject(this, itemIndex, `${CHANGES}.subject`) || undefined,
			...(status !== '' && { [readStatusKey(this, itemIndex)]: status }),
		});
		if (Object.keys(ticket).length === 0) {
			throw itemFault(this, itemIndex, 'There is nothing to update', "Add a field in 'Update Fields' for this item.");
		}
		return {
			// The same values twice make no difference, a comment would stand there twice.
			repeatable: !('ticket_comment' in ticket),
			send: async () => await updateTicket(client, id, ticket),
		};
	});
}

function readStatusKey(context: IExecuteFunctions, itemIndex: number): string {
	const isSet = readOptionalText(context, itemIndex, `${CHANGES}.statusKey`) !== '';
	return isSet ? readChoice(context, itemIndex, `${CHANGES}.statusKey`, 'Status Field Name', STATUS_KEYS) : STATUS_KEYS[0];
}
