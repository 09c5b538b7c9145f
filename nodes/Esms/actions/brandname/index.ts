import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const brandname: Resource = {
	option: { name: 'Brandname', value: 'brandname' },
	operations: [getMany],
};
