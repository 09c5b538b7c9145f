import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const agent: Resource<CaresoftClient> = {
	option: { name: 'Agent', value: 'agent' },
	operations: [getMany],
};
