/**
 * How much of something a test makes: enough to show the fault in `npm test`, at full size in `npm run test:soak`.
 *
 * @returns the first, or the second where SOAK is set
 */
export function sized<T>(usual: T, soak: T): T {
	return process.env.SOAK ? soak : usual;
}
