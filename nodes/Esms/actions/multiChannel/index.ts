import type { Resource } from '../../../shared/operations';
import { sendZaloThenSms } from './sendZaloThenSms.operation';

export const multiChannel: Resource = {
	option: { name: 'Multi-Channel', value: 'multiChannel' },
	operations: [sendZaloThenSms],
};
