import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { getReachability } from './getReachability.operation';

export const zalo: Resource<CaresoftClient> = {
	option: { name: 'Zalo', value: 'zalo' },
	operations: [getReachability],
};
