import type { Provider } from '../provider';
import { checkAccount } from './account';
import { pauseAfterTooMany } from './answer';
import type { EsmsClient } from './client';
import { connect } from './connect';
import { readCallback } from './callback';
import { inquiry } from './inquiry';
import { SEND_STATUS_WORDS } from './send';

/** eSMS (esms.md). */
export const esms: Provider<EsmsClient> = {
	name: 'esms',
	label: 'eSMS',
	credentialType: 'zaloZnsEsmsApi',
	// The lowest limit that is documented for a call: that of the stored callbacks (esms.md 1.8).
	requestsPerSecond: 20,
	// More would bring nothing, as n8n makes about 500 a second.
	mostInFlight: 250,
	pauseAfterTooMany,
	recognisesRepeats: true,
	statusWords: SEND_STATUS_WORDS,
	whenUncertain: 'The message may have been sent. Look it up at eSMS before you send it again.',
	whereToLook: 'your eSMS account',
	connect,
	check: checkAccount,
	inquiry,
	readCallback,
};
