import type { ZaloClient } from '../../../providers/zalo/client';
import type { Resource } from '../../../shared/operations';
import { getDeliveryStatus } from './getDeliveryStatus.operation';

export const message: Resource<ZaloClient> = {
	option: { name: 'Message', value: 'message' },
	operations: [getDeliveryStatus],
};
