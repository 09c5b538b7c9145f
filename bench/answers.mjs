/** What became of calls that somebody waited for. */

/**
 * @typedef {object} Answer
 * @property {number} [status] HTTP status; none where no answer came
 * @property {number} ms from the moment at which the call was due
 */

/**
 * @param {Answer[]} answers
 * @param {number} withinMs how soon is in time
 * @returns how many were taken in time, how many were refused, how many had no answer, and how long the slowest answer took, ms
 */
export function toldBy(answers, withinMs) {
	const answered = answers.filter(({ status }) => status !== undefined);
	return {
		inTime: answers.filter(({ status, ms }) => status === 200 && ms <= withinMs).length,
		refused: answered.filter(({ status }) => status !== 200).length,
		unanswered: answers.length - answered.length,
		slowestMs: Math.max(...answered.map(({ ms }) => ms)),
	};
}
