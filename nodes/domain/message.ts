/**
 * What a second one would do, which only the message itself knows:
 * - `recognised`: the provider tells it from the first by the request ID and does nothing (esms.md 1.6)
 * - `harmless`: everything is as after the first one, e.g. the update of a record
 * - `adds`: a second record comes about, which nobody outside gets to see
 * - `reaches`: a customer gets it again, or it costs money again
 */
export type Repeat = 'recognised' | 'harmless' | 'adds' | 'reaches';

/** @returns whether a request whose answer was lost may be made again */
export function isRepeatable(repeat: Repeat): boolean {
	return repeat === 'recognised' || repeat === 'harmless';
}
