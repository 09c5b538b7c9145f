import type { ZaloClient } from '../../../providers/zalo/client';
import type { Resource } from '../../../shared/operations';
import { get } from './get.operation';

export const quality: Resource<ZaloClient> = {
	option: { name: 'Quality', value: 'quality' },
	operations: [get],
};
