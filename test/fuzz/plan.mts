import { sized } from '../support/sizes.mjs';

/** What one target gets of the time, and what it must do with it. */
export interface Plan {
	/** Parts of the whole time. */
	share: number;
	/** Inputs a second that even a slow and busy machine gets through: a tenth or less of what was measured. */
	floor: number;
	/** Least part of the inputs that must pass: without it the hostile ones would all end at the door. */
	accepted: number;
}

/** Every target of the fuzzer. */
export const PLANS = {
	'eSMS callback': { share: 3, floor: 40, accepted: 0.05 },
	'error_info': { share: 2, floor: 40, accepted: 0.05 },
	'eSMS answers': { share: 6, floor: 20, accepted: 0.05 },
	'CareSoft answers': { share: 4, floor: 20, accepted: 0.05 },
	'Zalo answers': { share: 4, floor: 20, accepted: 0.05 },
	'CareSoft webhook': { share: 3, floor: 20, accepted: 0.05 },
	'Zalo webhook': { share: 3, floor: 20, accepted: 0.05 },
	'short code message': { share: 3, floor: 20, accepted: 0.05 },
	'delivery trigger': { share: 4, floor: 5, accepted: 0.02 },
	'inbound trigger': { share: 3, floor: 5, accepted: 0.02 },
	'waiting run': { share: 3, floor: 20, accepted: 0.02 },
	'phone numbers': { share: 2, floor: 100, accepted: 0.01 },
	'template values': { share: 2, floor: 20, accepted: 0.05 },
	'Zalo messages': { share: 2, floor: 20, accepted: 0.01 },
	'dates': { share: 1, floor: 40, accepted: 0.02 },
	'texts': { share: 2, floor: 40, accepted: 1 },
	'JSON': { share: 2, floor: 40, accepted: 0.02 },
	'operations': { share: 8, floor: 5, accepted: 0.02 },
} as const satisfies Record<string, Plan>;

export type Target = keyof typeof PLANS;

/** In CI the same inputs come each time, so that a change fails for its own faults; elsewhere each run tries new ones. */
const CI_SEED = 20_261_122;
const usualSeed = process.env.CI ? CI_SEED : Date.now() % 2 ** 31;

/** Seconds of the whole run, and the seed that repeats it; both from the environment. */
export const SECONDS = Number(process.env.FUZZ_SECONDS ?? sized(15, 300));
export const SEED = Number(process.env.FUZZ_SEED ?? usualSeed);

/** @returns the seconds that a target gets */
export function secondsFor(target: Target): number {
	const whole = Object.values(PLANS).reduce((sum, { share }) => sum + share, 0);
	return (SECONDS * PLANS[target].share) / whole;
}
