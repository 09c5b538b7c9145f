import { exchange, exchanges } from './answers.mjs';
import { fuzz } from './campaign.mjs';
import { ZALO_CALLS } from './zaloCalls.mjs';

fuzz('Zalo answers', exchanges(ZALO_CALLS), async (given) => await exchange(ZALO_CALLS, (transport) => ({ baseUrl: '', transport }), given));
