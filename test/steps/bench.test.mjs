// Runs with `node --test`, as setup.test.mjs does.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { toldBy } from '../../bench/answers.mjs';
import { makeBurst } from '../../bench/burst.mjs';
import { goalsTable } from '../../bench/goals.mjs';
import { median, show } from '../../bench/statistics.mjs';

/** Answers calls as a function says, and does something with its address. @param {import('node:http').RequestListener} answer @param {(url: string) => Promise<void>} work */
async function withServer(answer, work) {
	const server = createServer(answer);
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	try {
		await work(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

test('an answer is in time where it is a 200 and soon enough', () => {
	const told = toldBy([{ status: 200, ms: 3_000 }, { status: 200, ms: 3_001 }, { status: 503, ms: 1 }, { ms: 9_000 }], 3_000);
	assert.deepEqual(told, { inTime: 1, refused: 1, unanswered: 1, slowestMs: 3_001 });
});

test('a burst makes every call at its time, while those before have no answer yet', async () => {
	/** @type {Array<import('node:http').ServerResponse>} */
	const open = [];
	const answer = (/** @type {unknown} */ _request, /** @type {import('node:http').ServerResponse} */ response) => {
		// Answered only once all are there: a caller that waits for an answer before it goes on would wait for ever.
		if (open.push(response) === 20) for (const one of open) one.end();
	};
	await withServer(answer, async (url) => {
		const answers = await makeBurst(Array.from({ length: 20 }, () => url), { withinMs: 200, patienceMs: 20_000 });
		assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
		// The first waits for the last, which is due 190 ms later.
		assert.ok((answers[0]?.ms ?? 0) >= 185, `${answers[0]?.ms} ms`);
	});
});

test('a burst ends when its patience does, and what has no answer by then has none', async () => {
	const answer = (/** @type {import('node:http').IncomingMessage} */ { url }, /** @type {import('node:http').ServerResponse} */ response) => void (url === '/answered' && response.writeHead(503).end());
	await withServer(answer, async (url) => {
		const answers = await makeBurst([`${url}answered`, `${url}silent`], { withinMs: 10, patienceMs: 1_000 });
		assert.deepEqual(answers.map(({ status }) => status), [503, undefined]);
		assert.ok((answers[1]?.ms ?? 0) >= 990, `${answers[1]?.ms} ms`);
	});
});

test('a goal that is not reached is told with what is in its way, once', () => {
	const missed = { what: 'One', value: 0.5, goal: 0.9, why: 'The sea.' };
	const page = goalsTable([missed, { ...missed, what: 'Two' }, { what: 'Three', value: 1.05, goal: 1.1, atMost: true }]);
	assert.match(page, /\| One \| 0\.5 \| at least 0\.9 \| \*\*no\*\* \|/);
	assert.match(page, /\| Three \| 1\.05 \| at most 1\.1 \| yes \|/);
	assert.equal(page.split('The sea.').length, 2);
});

test('figures are medians, with three digits', () => {
	assert.equal(median([9, 1, 3]), 3);
	assert.equal(median([4, 1, 3, 2]), 2.5);
	assert.deepEqual([show(1234.5), show(0.12345), show(Number.NaN)], ['1,230', '0.123', '-']);
});
