import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const customField: Resource = {
	option: { name: 'Custom Field', value: 'customField' },
	operations: [getMany],
};
