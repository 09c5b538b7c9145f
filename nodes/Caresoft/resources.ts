import type { CaresoftClient } from '../providers/caresoft/client';
import type { Resource } from '../shared/operations';
import { agent } from './actions/agent';
import { campaign } from './actions/campaign';
import { contact } from './actions/contact';
import { customField } from './actions/customField';
import { group } from './actions/group';
import { service } from './actions/service';
import { sms } from './actions/sms';
import { ticket } from './actions/ticket';
import { zalo } from './actions/zalo';

/** All resources of the node, in alphabetical order of their names. */
export const resources: [Resource<CaresoftClient>, ...Array<Resource<CaresoftClient>>] = [agent, campaign, contact, customField, group, service, sms, ticket, zalo];
