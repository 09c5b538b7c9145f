import { toReport, type MessageFacts } from '../../../../nodes/providers/esms/report';
import { follow } from '../../../../nodes/shared/delivery/follow';
import type { Told } from '../../../../nodes/shared/delivery/inquire';

const ID = 'd8e0f1f0702544b2acb456ca9ccfd111250';
const told = (facts: MessageFacts): Told => ({ report: toReport({ messageId: ID, ...facts }, null, new Date()) });

const failed = told({ sendStatus: 5, sendFailed: 1 });
const explained = told({ sendStatus: 5, sendFailed: 1, info: { code: '-118' } });
const pending = told({ sendStatus: 2 });
const lagging = told({ sendStatus: 5 });
const down: Told = { error: new Error('down') };

/** Follows a message through what is told of it, the last one twice; two ends are enough. */
async function after(...answers: Told[]): Promise<Told & { asked: number }> {
	let asked = 0;
	let ends = 0;
	const ask = async () => await Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? {});
	const last = await follow(ask, { messageId: ID }, { waits: [1], until: Date.now() + 60_000, isEnough: ({ final, failure }) => asked > answers.length || (final && (failure?.code != null || ++ends > 1)) });
	return { ...last, asked };
}

it.each<[string, Told]>([
	['is on its way', pending],
	['has counters that lag behind', lagging],
	['cannot be asked about', down],
	['is not known', {}],
])('an end that was told stays one where the message then %s', async (_, then) => {
	const { report, asked } = await after(pending, failed, then);
	expect(report).toMatchObject({ outcome: 'failed', final: true });
	expect(asked).toBe(3);
});

it('what is told of the end later counts', async () => {
	expect((await after(failed, explained)).report?.failure?.code).toBe('-118');
});

it('what is told last counts until there is an end', async () => {
	expect((await after(lagging, pending)).report?.outcome).toBe('pending');
});
