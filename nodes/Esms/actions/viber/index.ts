import type { Resource } from '../../../shared/operations';
import { send } from './send.operation';

export const viber: Resource = {
	option: { name: 'Viber', value: 'viber' },
	operations: [send],
};
