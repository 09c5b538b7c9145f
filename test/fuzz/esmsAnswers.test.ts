import { exchange, exchanges } from './answers.mjs';
import { fuzz } from './campaign.mjs';
import { ESMS_CALLS } from './esmsCalls.mjs';

fuzz('eSMS answers', exchanges(ESMS_CALLS), async (given) => await exchange(ESMS_CALLS, (transport) => ({ baseUrl: '', transport }), given));
