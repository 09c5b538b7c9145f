import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const group: Resource = {
	option: { name: 'Group', value: 'group' },
	operations: [getMany],
};
