import type { Resource } from '../../../shared/operations';
import { getBalance } from './getBalance.operation';

export const account: Resource = {
	option: { name: 'Account', value: 'account' },
	operations: [getBalance],
};
