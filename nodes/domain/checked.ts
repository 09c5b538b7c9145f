/** What a check of user input gives: the clean value, or a sentence that says what is wrong with it. */
export type Checked<T> = { ok: true; value: T } | { ok: false; fault: string };

/** @returns the result of a check that passed */
export function pass<T>(value: T): Checked<T> {
	return { ok: true, value };
}

/** @returns the result of a check that did not pass; `fault` is shown to the user as it is */
export function refuse(fault: string): { ok: false; fault: string } {
	return { ok: false, fault };
}
