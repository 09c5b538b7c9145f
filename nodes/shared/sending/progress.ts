import type { IExecuteFunctions } from 'n8n-workflow';

/** A line more often than this would tell nobody more. */
const INTERVAL_MS = 5_000;

/**
 * Says how far a long run is: in the log of n8n, and in the browser console of a manual run.
 *
 * @param total number of items of the run
 * @param what is so with those that are counted
 * @returns takes the number of items that are through; a short run says nothing
 */
export function createProgress(
	context: Pick<IExecuteFunctions, 'getNode' | 'logger' | 'sendMessageToUI'>,
	total: number,
	what = 'are through',
): (through: number) => void {
	let lastLine = Date.now();
	return (through) => {
		if (through >= total || Date.now() - lastLine < INTERVAL_MS) return;
		lastLine = Date.now();
		const line = `${context.getNode().name}: ${through} of ${total} items ${what}`;
		context.logger.info(line);
		context.sendMessageToUI(line);
	};
}
