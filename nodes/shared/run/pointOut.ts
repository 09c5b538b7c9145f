import type { IExecuteFunctions } from 'n8n-workflow';

/** Says beside the output of a run what is worth knowing and stops nothing: each sentence once, however many items it is about. */
export type PointOut = (message: string) => void;

/** @returns what says it for a run */
export function createPointOut(context: Pick<IExecuteFunctions, 'addExecutionHints'>): PointOut {
	const said = new Set<string>();
	return (message) => {
		if (said.has(message)) return;
		said.add(message);
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	};
}
