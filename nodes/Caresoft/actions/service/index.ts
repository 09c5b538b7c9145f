import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const service: Resource = {
	option: { name: 'Service', value: 'service' },
	operations: [getMany],
};
