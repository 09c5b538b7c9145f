/** Work whose time grows with the square of such inputs takes minutes; a slow or busy machine does not come near this. */
export const RUNAWAY_MS = 5_000;

/** @returns a clock that counts the milliseconds which this process has kept the processor busy since */
export function busyClock(): () => number {
	const since = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(since);
		return (user + system) / 1000;
	};
}
