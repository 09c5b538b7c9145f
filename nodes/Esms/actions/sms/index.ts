import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { send } from './send.operation';
import { sendAdvertising } from './sendAdvertising.operation';
import { sendFixedNumber } from './sendFixedNumber.operation';

export const sms: Resource<EsmsClient> = {
	option: { name: 'SMS', value: 'sms' },
	operations: [send, sendAdvertising, sendFixedNumber],
};
