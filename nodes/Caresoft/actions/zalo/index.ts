import type { Resource } from '../../../shared/operations';
import { getReachability } from './getReachability.operation';

export const zalo: Resource = {
	option: { name: 'Zalo', value: 'zalo' },
	operations: [getReachability],
};
