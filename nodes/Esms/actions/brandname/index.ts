import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { getMany } from './getMany.operation';

export const brandname: Resource<EsmsClient> = {
	option: { name: 'Brandname', value: 'brandname' },
	operations: [getMany],
};
