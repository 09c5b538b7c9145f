import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { updateTicket } from '../../../providers/caresoft/tickets';
import { idInBody } from '../../../providers/caresoft/values';
import { readCaresoftId, readOptionalCaresoftId } from '../../../shared/caresoft/id';
import { sendOnRetryField } from '../../../shared/caresoft/options';
import type { Item } from '../../../shared/fields/item';
import { customerText, filledText } from '../../../shared/fields/kinds/customerText';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { additionalJsonField, withAdditional } from '../../fields/additionalJson';
import { agentField } from '../../fields/locators';
import { ticketIdField } from './fields';
import { repeatOf } from './repeat';

const commentField: INodeProperties = {
	displayName: 'Comment',
	name: 'comment',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. ZNS delivered at 10:15',
	description: 'Text of the comment',
};
const authorField = agentField('Author', 'author', 'Agent in whose name the comment is written. Whether CareSoft takes a comment without one is not documented.');
const publicField: INodeProperties = {
	displayName: 'Public',
	name: 'isPublic',
	type: 'boolean',
	default: false,
	description: 'Whether the customer gets the comment: a public one is sent to the customer on the channel of the ticket, others are internal notes',
};

export const addComment: Operation<CaresoftClient> = {
	option: {
		name: 'Add Comment',
		value: 'addComment',
		action: 'Add comment to ticket',
		description: 'Add an internal note or a public reply to a ticket',
	},
	fields: [
		ticketIdField,
		commentField,
		authorField,
		publicField,
		{ ...sendOnRetryField, displayOptions: { show: { isPublic: [true] } } },
		additionalJsonField('e.g. {"requester_id": 63203810}', 'Object with further fields of the ticket that are changed along with it, by their names at CareSoft'),
		simplifyField,
	],
	calls: [PATHS.tickets],
	execute,
};

/** Adds one comment per item, by an update of the ticket (caresoft.md 8.3). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	const prepare = (item: Item) => {
		const id = readCaresoftId(item, ticketIdField);
		const author = readOptionalCaresoftId(item, authorField);
		const isPublic = item.isOn(publicField);
		const ticket = withAdditional(item, {
			ticket_comment: {
				body: item.required(commentField, isPublic ? customerText : filledText),
				is_public: Number(isPublic),
				...(author !== undefined && { author_id: idInBody(author) }),
			},
		});
		const simplify = simplifierOf(item);
		return { repeat: repeatOf(ticket), send: async () => simplify(await updateTicket(run.client, id, ticket)) };
	};
	return [await sendItems(run, prepare, { subject: 'change', sendsOnRetry: (item) => item.isOn(sendOnRetryField) })];
}
