import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const campaign: Resource<CaresoftClient> = {
	option: { name: 'Campaign', value: 'campaign' },
	operations: [getMany],
};
