import fc from 'fast-check';
import { sized } from '../support/sizes.mjs';

/** Characters of a text that is far too long: what takes a time by the square of them shows in a quarter of a megabyte, too. */
const HUGE = sized(250_000, 1_000_000);

/** Names that mean something to JavaScript. */
export const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'then', 'length', '0', '-1', ''];

/** Texts that mean something to somebody: languages, formats, terminals, databases. */
const FRAGMENTS = [
	...NAMES,
	'\0', '\u0007', '\r\n', '\u0085', '\u2028', '\ufeff', '\u200b', '\u202e0901888484\u202c', '\u2066', '\u00a0', '\ufffd', '\uffff',
	'\ud83d', '\udc4d', '👍', '👨‍👩‍👧', 'e\u0301', 'ệ', 'Nguyễn', '\u0323\u0301', '\u1100\u1161', '\ufdfa',
	'0901888484', '+84 901 888 484', '84901888484', '①', '²', '０', '٠', '1e999', '-0', '0x10', '1e21', 'Infinity', 'NaN', '9'.repeat(17), '4097311281936189049', '1.5',
	'<script>', '</Message>', '&amp;', ']]>', '<!--', '{{ $json }}', '={{ 1 }}', '%00', '%ED%A0%80', '%', '%2525', '../', '?SMSID=1', '&', '=', '#', '"', "'", '\\', '`', '||', '____', ',', '.',
	'https://example.com/a.jpg', 'https://', 'javascript:', '2026-12-31', '31/12/2026', '2026-12-31T08:30:00+07:00', '/Date(1705484048995+0700)/', '1705484048995', '20261122090000',
];

/** What huge texts are made of. */
export const BIG = ['a', '1', ' ', '"', '\\"', '%', '[', '{"a":', '-', '\u0323\u0301', '\u0301', '🎉', '\ud800', '\0', '\ufdfa', '?SMSID=', '____', 'https://a.', '<'];

/** @returns a text that is far too long */
export const hugeOf = (unit: string): string => unit.repeat(HUGE / unit.length);

const big = fc.constantFrom(...BIG).map(hugeOf);

/** Any text, with a liking for those that break things; one in some thousands is huge. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
	{ weight: 2000, arbitrary: fc.constantFrom(...FRAGMENTS) },
	{ weight: 1000, arbitrary: fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 2, maxLength: 6 }).map((parts) => parts.join('')) },
	{ weight: 300, arbitrary: fc.tuple(fc.constantFrom(...FRAGMENTS), fc.constantFrom('\ud83d', '\udc4d', '\0')).map((parts) => parts.join('')) },
	{ weight: 600, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
	{ weight: 400, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
	{ weight: 400, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789+ .()-'), maxLength: 20 }) },
	{ weight: 1, arbitrary: big },
);

/** Text of a JSON number. */
export const hostileNumber: fc.Arbitrary<string> = fc.oneof(
	fc.integer().map(String),
	fc.constantFrom('0', '1', '5', '-0', '-1', '1.5', '1e999', '-1e999', '1e21', '1e-7', '9007199254740993', '4097311281936189049', '9'.repeat(400)),
);

/** Text of a JSON value without others inside. */
export const hostileScalar: fc.Arbitrary<string> = fc.oneof(
	{ weight: 4, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
	{ weight: 3, arbitrary: hostileNumber },
	{ weight: 2, arbitrary: fc.constantFrom('null', 'true', 'false', '""') },
);

const keys = fc.oneof(fc.constantFrom(...NAMES), hostileText).map((key) => JSON.stringify(key));

/** Text of a JSON value: keys can repeat themselves, numbers be endless. */
export const hostileJson: fc.Arbitrary<string> = fc.letrec<{ json: string }>((tie) => ({
	json: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		hostileScalar,
		fc.array(tie('json'), { maxLength: 4 }).map((values) => `[${values.join(',')}]`),
		fc.array(fc.tuple(keys, tie('json')), { maxLength: 4 }).map((pairs) => `{${pairs.map((pair) => pair.join(':')).join(',')}}`),
	),
})).json;

/** Far more of one thing than anybody sends: nesting, keys, entries. */
export const MONSTERS: ReadonlyArray<() => string> = [
	() => '['.repeat(10_000) + ']'.repeat(10_000),
	() => '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
	() => '['.repeat(100_000),
	() => `{${Array.from({ length: 10_000 }, (_, index) => `"key${index}":${index}`).join(',')}}`,
	() => `[${Array.from({ length: 10_000 }, () => '{}').join(',')}]`,
	() => `"${'\\"'.repeat(HUGE / 2)}`,
	() => `${'1'.repeat(HUGE)}.`,
];

/** One of them. */
export const monstrousJson: fc.Arbitrary<string> = fc.constantFrom(...MONSTERS).map((make) => make());

/** A value as JSON brings it, with own keys such as `__proto__`. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 5, arbitrary: hostileText },
	{ weight: 3, arbitrary: hostileJson.map((text) => JSON.parse(text) as unknown) },
	{ weight: 1, arbitrary: fc.constantFrom(undefined, null, NaN, Infinity, -0, 1e21, 0, true, 12n, Symbol.iterator, new Date(0), new Date(NaN), new Date(8.64e15)) },
);

/** Runs of the query parser decode once, so the encoding may be broken. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/**
 * @param names of parameters that mean something to the target
 * @returns query strings: known and other names in every case, as lists, as objects, twice, encoded or not
 */
export function hostileQuery(names: readonly string[]): fc.Arbitrary<string> {
	const name = fc
		.tuple(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.constantFrom(...NAMES) }), fc.constantFrom('', '', '', '[]', '[0]', '[a]', '[__proto__]', '[toString]', '[constructor][prototype][polluted]', '?'), fc.boolean())
		.map(([base, suffix, lower]) => (lower ? base.toLowerCase() : base) + suffix);
	const value = fc.oneof({ weight: 3, arbitrary: hostileText.map(encoded) }, { weight: 1, arbitrary: hostileText }, { weight: 2, arbitrary: fc.constantFrom('0', '1', '5', '7') });
	return fc.array(fc.tuple(name, value), { maxLength: 12 }).map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
}
