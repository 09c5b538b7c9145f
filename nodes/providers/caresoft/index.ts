import type { Provider } from '../provider';
import { pauseAfterTooMany, UNCERTAIN_ACTION } from './answer';
import type { CaresoftClient } from './client';
import { connect } from './connect';
import { listAgents } from './directory';
import { REQUESTS_PER_SECOND } from './endpoints';

/** CareSoft (caresoft.md). */
export const caresoft: Provider<CaresoftClient> = {
	name: 'caresoft',
	label: 'CareSoft',
	credentialType: 'zaloZnsCaresoftApi',
	requestsPerSecond: REQUESTS_PER_SECOND,
	// It locks an account that goes on asking after a refusal (caresoft.md 3).
	mostInFlight: 10,
	pauseAfterTooMany,
	// It has no key against repeats (caresoft.md 7.1).
	recognisesRepeats: false,
	whenUncertain: UNCERTAIN_ACTION,
	whereToLook: 'CareSoft',
	connect,
	check: listAgents,
};
