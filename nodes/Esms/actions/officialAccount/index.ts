import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { buyPackage } from './buyPackage.operation';
import { getFollowers } from './getFollowers.operation';
import { getInteractingUsers } from './getInteractingUsers.operation';
import { getMany } from './getMany.operation';
import { getQuality } from './getQuality.operation';
import { getQuota } from './getQuota.operation';
import { getRatings } from './getRatings.operation';

export const officialAccount: Resource<EsmsClient> = {
	option: { name: 'Official Account', value: 'officialAccount' },
	operations: [getMany, getFollowers, getInteractingUsers, getRatings, getQuality, getQuota, buyPackage],
};
