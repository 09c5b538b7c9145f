import type { ZaloClient } from '../../../providers/zalo/client';
import type { Resource } from '../../../shared/operations';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getSampleData } from './getSampleData.operation';

export const template: Resource<ZaloClient> = {
	option: { name: 'Template', value: 'template' },
	operations: [get, getMany, getSampleData],
};
