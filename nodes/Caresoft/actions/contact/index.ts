import type { CaresoftClient } from '../../../providers/caresoft/client';
import type { Resource } from '../../../shared/operations';
import { get } from './get.operation';
import { getByPhone } from './getByPhone.operation';
import { getMany } from './getMany.operation';
import { upsert } from './upsert.operation';

export const contact: Resource<CaresoftClient> = {
	option: { name: 'Contact', value: 'contact' },
	operations: [upsert, getByPhone, get, getMany],
};
