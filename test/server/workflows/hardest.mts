import type { Simulator } from '../../../sandbox/simulator/index.mjs';

/** Whatever the documents of eSMS leave open, as unkindly as they allow: what a callback says is shuffled, late, repeated and full of gaps, and the status calls lag. */
export const HARDEST: Parameters<Simulator['configure']>[0] = {
	esms: {
		callback: { join: 'encodedQuery', parameterOrder: 'random', first: 'error_info', intermediate: true, order: 'reversed', repeat: 3, counters: 'missing', typeId: 'missing', oaId: 'missing', requestId: 'empty', reason: 'missing' },
		retrieval: { finalLagMs: 3_000, storedLagMs: 4_000, counters: 'zero' },
	},
};
