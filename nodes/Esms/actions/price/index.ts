import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { estimateAdvertising } from './estimateAdvertising.operation';
import { estimateSms } from './estimateSms.operation';
import { estimateZns } from './estimateZns.operation';

export const price: Resource<EsmsClient> = {
	option: { name: 'Price', value: 'price', description: 'What messages would cost' },
	operations: [estimateAdvertising, estimateSms, estimateZns],
};
