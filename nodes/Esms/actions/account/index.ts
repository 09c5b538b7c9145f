import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { getBalance } from './getBalance.operation';

export const account: Resource<EsmsClient> = {
	option: { name: 'Account', value: 'account' },
	operations: [getBalance],
};
