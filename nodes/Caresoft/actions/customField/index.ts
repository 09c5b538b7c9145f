import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const customField: Resource<CaresoftClient> = {
	option: { name: 'Custom Field', value: 'customField' },
	operations: [getMany],
};
