import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const service: Resource<CaresoftClient> = {
	option: { name: 'Service', value: 'service' },
	operations: [getMany],
};
