import type { Resource } from '../../../shared/operations';
import { send } from './send.operation';

export const sms: Resource = {
	option: { name: 'SMS', value: 'sms' },
	operations: [send],
};
