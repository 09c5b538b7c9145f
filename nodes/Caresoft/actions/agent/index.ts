import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const agent: Resource = {
	option: { name: 'Agent', value: 'agent' },
	operations: [getMany],
};
