import type { EsmsClient } from '../providers/esms/client';
import type { Resource } from '../shared/operations';
import { account } from './actions/account';
import { brandname } from './actions/brandname';
import { consultation } from './actions/consultation';
import { message } from './actions/message';
import { multiChannel } from './actions/multiChannel';
import { officialAccount } from './actions/officialAccount';
import { otp } from './actions/otp';
import { price } from './actions/price';
import { sms } from './actions/sms';
import { template } from './actions/template';
import { viber } from './actions/viber';
import { voice } from './actions/voice';

/** All resources of the node, in alphabetical order of their names. */
export const resources: [Resource<EsmsClient>, ...Array<Resource<EsmsClient>>] = [
	account, brandname, message, multiChannel, officialAccount, otp, price, sms, template, viber, voice, consultation,
];
