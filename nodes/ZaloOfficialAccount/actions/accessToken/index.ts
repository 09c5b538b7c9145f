import type { ZaloClient } from '../../../providers/zalo/client';
import type { Resource } from '../../../shared/operations';
import { keepAlive } from './keepAlive.operation';

export const accessToken: Resource<ZaloClient> = {
	option: { name: 'Access Token', value: 'accessToken' },
	operations: [keepAlive],
};
