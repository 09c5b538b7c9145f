import { isRecord } from './isRecord';

/** @returns the ID that a picker holds, without what is shown for it; any other value as it is */
export function picked(given: unknown): unknown {
	return isRecord(given) && '__rl' in given ? given.value : given;
}
