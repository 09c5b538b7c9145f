const RealDate = Date;
const HOUR_MS = 3_600_000;

/** The time of the machine, wherever its clock was set. */
export const realNow = (): number => RealDate.now();

/** Sets the clock on or back, in hours from the real time; 0 sets it right. It runs on from there. */
export function setClock(hours: number): void {
	const now = () => RealDate.now() + hours * HOUR_MS;
	globalThis.Date =
		hours === 0
			? RealDate
			: new Proxy(RealDate, {
					construct: (target, values: [] | [number]) => (values.length === 0 ? new target(now()) : new target(...values)),
					apply: () => new RealDate(now()).toString(),
					get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
				});
}
