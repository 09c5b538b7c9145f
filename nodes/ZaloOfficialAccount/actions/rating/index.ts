import type { ZaloClient } from '../../../providers/zalo/client';
import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const rating: Resource<ZaloClient> = {
	option: { name: 'Rating', value: 'rating' },
	operations: [getMany],
};
