import { zalo } from '../../../../nodes/providers/zalo';
import { pauseAfterTooMany } from '../../../../nodes/shared/run/run';
import { answerOf } from '../../providers/recordingTransport';

it.each([
	['a status', answerOf('', 429), 0],
	['a status, and how long', answerOf('', 429, { 'retry-after': '7' }), 7],
	['a status, and how long in a form that is no number', answerOf('', 429, { 'retry-after': 'Mon, 30 Nov 2026 09:00:00 GMT' }), 0],
	['words of the provider', answerOf({ error: -32 }), 30],
	['both', answerOf({ error: -32 }, 429), 30],
	['both, and how long', answerOf({ error: -32 }, 429, { 'retry-after': '7' }), 7],
	['neither', answerOf({ error: -118 }), undefined],
])('after too many calls the run pauses as it is told by %s', (_what, answer, seconds) => {
	expect(pauseAfterTooMany(zalo, answer)).toBe(seconds);
});
