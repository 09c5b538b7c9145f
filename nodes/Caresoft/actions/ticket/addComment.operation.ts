import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { updateTicket } from '../../../providers/caresoft/tickets';
import { readCaresoftId, readOptionalCaresoftId } from '../../../shared/fields/caresoftId';
import { sendOnRetryField } from '../../../shared/fields/caresoftOptions';
import { simplifyField } from '../../../shared/fields/simplify';
import { readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { refuseOnRetry } from '../../../shared/sending/onRetry';
import { changeEach } from '../../changeEach';
import { additionalJsonField, withAdditional } from '../../fields/additionalJson';
import { agentField } from '../../fields/locators';
import { ticketIdField } from './fields';

export const addComment: Operation = {
	option: {
		name: 'Add Comment',
		value: 'addComment',
		action: 'Add comment to ticket',
		description: 'Add an internal note or a public reply to a ticket',
	},
	fields: [
		ticketIdField,
		{
			displayName: 'Comment',
			name: 'comment',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. ZNS delivered at 10:15',
			description: 'Text of the comment',
		},
		agentField('Author', 'author', 'Agent in whose name the comment is written. Whether CareSoft takes a comment without one is not documented.'),
		{
			displayName: 'Public',
			name: 'isPublic',
			type: 'boolean',
			default: false,
			description: 'Whether the customer gets the comment: a public one is sent to the customer on the channel of the ticket, others are internal notes',
		},
		{ ...sendOnRetryField, displayOptions: { show: { isPublic: [true] } } },
		additionalJsonField('e.g. {"requester_id": 63203810}', 'Object with further fields of the ticket that are changed along with it, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.tickets],
	execute,
};

/** Adds one comment per item, by an update of the ticket (caresoft.md 8.3). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await changeEach(this, (client, itemIndex) => {
		const id = readCaresoftId(this, itemIndex, ticketIdField.name, ticketIdField.displayName);
		const author = readOptionalCaresoftId(this, itemIndex, 'author', 'Author');
		const isPublic = this.getNodeParameter('isPublic', itemIndex) === true;
		if (isPublic) refuseOnRetry(this, this.getNodeParameter(sendOnRetryField.name, itemIndex, false) === true);
		const ticket = withAdditional(this, itemIndex, {
			ticket_comment: {
				body: toNfc(readText(this, itemIndex, 'comment', 'Comment')),
				is_public: Number(isPublic),
				...(author !== undefined && { author_id: Number(author) }),
			},
		});
		// A second try would be a second comment, a public one a second message.
		return { repeatable: false, send: async () => await updateTicket(client, id, ticket) };
	});
}
