import type { ZaloClient } from '../providers/zalo/client';
import type { Resource } from '../shared/operations';
import { accessToken } from './actions/accessToken';
import { message } from './actions/message';
import { quality } from './actions/quality';
import { quickReply } from './actions/quickReply';
import { quota } from './actions/quota';
import { rating } from './actions/rating';
import { template } from './actions/template';

/** All resources of the node, in alphabetical order of their names. */
export const resources: [Resource<ZaloClient>, ...Array<Resource<ZaloClient>>] = [accessToken, message, quality, quickReply, quota, rating, template];
