import { check } from './kinds.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

/**
 * The steps that tests of a size belong to, and how they differ at full size.
 *
 * @type {Record<string, Partial<Step>>}
 */
const SOAK = {
	fuzz: {},
	server: {},
	queue: {},
	bench: { title: 'npm run bench, the whole of it', execute: check(['npm', 'run', '--silent', 'bench']) },
};

/** What the tests read in a soak; a time that the caller has set stays. */
export const soakEnvironment = (/** @type {NodeJS.ProcessEnv} */ env) => ({ SOAK: '1', FUZZ_SECONDS: env.FUZZ_SECONDS ?? '300' });

/**
 * Picks the steps to run, each with the steps it needs, in their order.
 *
 * @param {Step[]} steps each after those that it needs
 * @param {string[]} only names; empty means all
 * @returns {Step[]}
 */
export function selectSteps(steps, only) {
	const unknown = only.filter((name) => !steps.some((step) => step.name === name));
	if (unknown.length > 0) {
		throw new Error(`There is no step "${unknown.join('", "')}". The steps are: ${steps.map(({ name }) => name).join(', ')}.`);
	}
	if (only.length === 0) return steps;
	const wanted = new Set(only);
	for (const step of [...steps].reverse()) if (wanted.has(step.name)) step.needs?.forEach((name) => wanted.add(name));
	return steps.filter(({ name }) => wanted.has(name));
}

/**
 * The steps of a soak.
 *
 * @param {Step[]} steps
 * @returns {Step[]}
 */
export function soakSteps(steps) {
	return selectSteps(steps, Object.keys(SOAK)).map((step) => ({ ...step, ...SOAK[step.name] }));
}
