import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { sendZaloThenSms } from './sendZaloThenSms.operation';

export const multiChannel: Resource<EsmsClient> = {
	option: { name: 'Multi-Channel', value: 'multiChannel' },
	operations: [sendZaloThenSms],
};
