import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { checkCode } from './checkCode.operation';
import { sendBySms } from './sendBySms.operation';
import { sendByZaloThenSms } from './sendByZaloThenSms.operation';

export const otp: Resource<EsmsClient> = {
	option: { name: 'One-Time Password', value: 'otp', description: 'Codes that eSMS makes, sends and checks' },
	operations: [checkCode, sendBySms, sendByZaloThenSms],
};
