/** A parameter of a callback, before it is encoded. */
export type Parameter = [name: string, value: string];

/** The query of a callback, encoded as in the samples: braces stay as they are, the apostrophe does not (esms.md 12.2). */
export function callbackQuery(parameters: readonly Parameter[]): string {
	return parameters.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

function encode(value: string): string {
	return encodeURIComponent(value).replaceAll('%7B', '{').replaceAll('%7D', '}').replaceAll("'", '%27');
}
