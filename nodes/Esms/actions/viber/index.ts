import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { send } from './send.operation';

export const viber: Resource<EsmsClient> = {
	option: { name: 'Viber', value: 'viber' },
	operations: [send],
};
