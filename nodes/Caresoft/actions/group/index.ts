import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const group: Resource<CaresoftClient> = {
	option: { name: 'Group', value: 'group' },
	operations: [getMany],
};
