import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { addComment } from './addComment.operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { update } from './update.operation';

export const ticket: Resource<CaresoftClient> = {
	option: { name: 'Ticket', value: 'ticket' },
	operations: [addComment, create, get, getMany, update],
};
