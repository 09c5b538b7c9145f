import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { getDeliveryReports } from './getDeliveryReports.operation';
import { getDeliveryStatus } from './getDeliveryStatus.operation';
import { getZaloDelivery } from './getZaloDelivery.operation';

export const message: Resource<EsmsClient> = {
	option: { name: 'Message', value: 'message' },
	operations: [getDeliveryStatus, getDeliveryReports, getZaloDelivery],
};
