import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { registerSms } from './registerSms.operation';
import { registerZalo } from './registerZalo.operation';

export const template: Resource<EsmsClient> = {
	option: { name: 'Template', value: 'template' },
	operations: [get, getMany, registerSms, registerZalo],
};
