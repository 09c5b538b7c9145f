import type { Resource } from '../shared/operations';
import { message } from './actions/message';
import { sms } from './actions/sms';
import { viber } from './actions/viber';

/** All resources of the node, in alphabetical order of their names. */
export const resources: [Resource, ...Resource[]] = [message, sms, viber];
