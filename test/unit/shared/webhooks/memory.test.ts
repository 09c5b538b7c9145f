import { Memory } from '../../../../nodes/shared/webhooks/memory';

const trigger = (workflow: string, node: string) => ({ getWorkflow: () => ({ id: workflow }), getNode: () => ({ id: node }) }) as never;

it('forgets the oldest first; what is kept again is the newest', () => {
	const memory = new Memory<number>(3);
	const entries = memory.of(trigger('w', 'n'));
	for (const [key, value] of [['a', 1], ['b', 2], ['c', 3], ['a', 4], ['d', 5]] as const) memory.keep(entries, key, value);
	expect([...entries]).toEqual([['c', 3], ['a', 4], ['d', 5]]);
});

it('each trigger has its own', () => {
	const memory = new Memory<number>(3);
	memory.keep(memory.of(trigger('w', 'n')), 'a', 1);
	expect(memory.of(trigger('w', 'n')).get('a')).toBe(1);
	expect([memory.of(trigger('w', 'm')).size, memory.of(trigger('v', 'n')).size, new Memory<number>(3).of(trigger('w', 'n')).size]).toEqual([0, 0, 0]);
});
