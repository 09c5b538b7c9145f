import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { send } from './send.operation';

export const sms: Resource<CaresoftClient> = {
	option: { name: 'SMS', value: 'sms' },
	operations: [send],
};
