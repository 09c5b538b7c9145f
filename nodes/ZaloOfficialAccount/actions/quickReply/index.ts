import type { ZaloClient } from '../../../providers/zalo/client';
import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const quickReply: Resource<ZaloClient> = {
	option: { name: 'Quick Reply', value: 'quickReply' },
	operations: [getMany],
};
