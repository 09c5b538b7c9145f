import { exchange, exchanges } from './answers.mjs';
import { fuzz } from './campaign.mjs';
import { CARESOFT_CALLS } from './caresoftCalls.mjs';

fuzz('CareSoft answers', exchanges(CARESOFT_CALLS), async (given) =>
	await exchange(CARESOFT_CALLS, (transport) => ({ host: 'https://api.caresoft.vn', domain: 'shop', transport }), given),
);
