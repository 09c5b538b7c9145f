import type { ZaloClient } from '../../../providers/zalo/client';
import type { Resource } from '../../../shared/operations';
import { get } from './get.operation';

export const quota: Resource<ZaloClient> = {
	option: { name: 'Quota', value: 'quota' },
	operations: [get],
};
