/** A burst of calls as the provider makes it whose customer has just sent a campaign: each at its time, whatever became of those before. */
import { setMaxListeners } from 'node:events';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Makes each call on a connection of its own.
 *
 * @param {string[]} urls one call each
 * @param {object} terms
 * @param {number} terms.withinMs over which time they spread
 * @param {number} terms.patienceMs how long the answers are waited for after the last call
 * @returns {Promise<import('./answers.mjs').Answer[]>}
 */
export async function makeBurst(urls, { withinMs, patienceMs }) {
	const end = new AbortController();
	setMaxListeners(0, end.signal);
	const timer = setTimeout(() => end.abort(), withinMs + patienceMs);
	const since = performance.now();
	const call = async (url, index) => {
		const dueAt = (index * withinMs) / urls.length;
		await pause(Math.max(0, since + dueAt - performance.now()));
		const status = await answerTo(url, end.signal);
		return { status, ms: performance.now() - since - dueAt };
	};
	const answers = await Promise.all(urls.map(call));
	clearTimeout(timer);
	return answers;
}

/** @returns {Promise<number | undefined>} the status; undefined where there was no answer */
async function answerTo(url, signal) {
	return await new Promise((resolve) => {
		const nothing = () => resolve(undefined);
		get(url, { agent: false, signal }, (answer) => {
			answer.on('error', nothing).on('end', () => resolve(answer.statusCode)).resume();
		}).on('error', nothing);
	});
}
