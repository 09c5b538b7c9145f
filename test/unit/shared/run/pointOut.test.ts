import type { IExecuteFunctions } from 'n8n-workflow';
import { createPointOut } from '../../../../nodes/shared/run/pointOut';

it('says each sentence once for a run, as a warning beside the output', () => {
	const hints: unknown[] = [];
	const context = { addExecutionHints: (...given: unknown[]) => hints.push(...given) } as unknown as IExecuteFunctions;
	const [first, second] = [createPointOut(context), createPointOut(context)];
	for (let item = 0; item < 1_000; item++) first('a');
	first('b');
	second('a');
	expect(hints).toEqual(['a', 'b', 'a'].map((message) => ({ message, type: 'warning', location: 'outputPane' })));
});
