import type { Provider } from '../provider';
import { pauseAfterTooMany, UNCERTAIN_ACTION } from './answer';
import type { ZaloClient } from './client';
import { connect } from './connect';
import { inquiry, UNDOCUMENTED_PER_SECOND } from './inquiry';
import { getQuota } from './quota';
import { session } from './session';

/** Zalo itself, for those who have an Official Account and an application of their own (zalo.md). */
export const zalo: Provider<ZaloClient> = {
	name: 'zalo',
	label: 'Zalo',
	credentialType: 'zaloZnsOfficialAccountApi',
	requestsPerSecond: UNDOCUMENTED_PER_SECOND,
	// Enough to keep that pace with answers that take two seconds; nothing documents how many Zalo takes.
	mostInFlight: 50,
	// A repeated tracking ID is a second message (zalo.md 3.1).
	recognisesRepeats: false,
	whenUncertain: UNCERTAIN_ACTION,
	whereToLook: 'the administration of the Official Account',
	connect,
	check: getQuota,
	inquiry,
	pauseAfterTooMany,
	session,
};
