/** What the measurements are held against. */
import { show, table } from './statistics.mjs';

/**
 * @typedef {object} Goal
 * @property {string} what
 * @property {number} value what was measured
 * @property {number} goal
 * @property {boolean} [atMost] whether less is better
 * @property {string} [why] what is in the way where it is not reached
 */

/** @param {Goal} goal */
const isReached = ({ value, goal, atMost }) => (atMost ? value <= goal : value >= goal);

/**
 * @param {Goal[]} goals
 * @returns a table of Markdown, and behind it what is in the way of those that were not reached
 */
export function goalsTable(goals) {
	if (goals.length === 0) return 'These chapters have none.';
	const rows = goals.map((goal) => [goal.what, show(goal.value), `${goal.atMost ? 'at most' : 'at least'} ${goal.goal}`, isReached(goal) ? 'yes' : '**no**']);
	const reasons = new Set(goals.filter((goal) => !isReached(goal)).map(({ what, why }) => why ?? `**${what}.** Not known.`));
	const inTheWay = reasons.size > 0 ? `\n\nWhat is in the way of those that were not reached:\n\n${[...reasons].map((why) => `- ${why}`).join('\n')}` : '';
	return table(['Goal', 'Measured', 'Wanted', 'Reached'], rows) + inTheWay;
}
