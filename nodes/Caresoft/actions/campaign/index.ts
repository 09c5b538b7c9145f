import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const campaign: Resource = {
	option: { name: 'Campaign', value: 'campaign' },
	operations: [getMany],
};
