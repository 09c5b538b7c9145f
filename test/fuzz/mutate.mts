import fc from 'fast-check';
import { hostileNumber, hostileText } from './hostile.mjs';

/** One change of the bytes of a sample; places are parts of its length. */
interface Edit {
	kind: 'flip' | 'cut' | 'insert' | 'duplicate' | 'splice';
	at: number;
	to: number;
	text: string;
}

/** A double would do, but fast-check likes those that are almost 0. */
export const place: fc.Arbitrary<number> = fc.nat(99_999).map((part) => part / 100_000);
const edits = fc.array(
	fc.record<Edit>({ kind: fc.constantFrom('flip', 'cut', 'insert', 'duplicate', 'splice'), at: place, to: place, text: hostileText }),
	{ minLength: 1, maxLength: 3 },
);

/** @returns samples whose bytes were flipped, cut, repeated, and mixed with hostile ones and with those of another sample */
export function mutated(samples: readonly string[]): fc.Arbitrary<Buffer> {
	const sample = fc.constantFrom(...samples).map((text) => Buffer.from(text, 'utf8'));
	return fc.tuple(sample, sample, edits).map(([bytes, other, changes]) => changes.reduce<Buffer>((before, change) => edit(before, change, other), bytes));
}

function edit(bytes: Buffer, { kind, at, to, text }: Edit, other: Buffer): Buffer {
	const [from, end] = [at, to].sort((a, b) => a - b).map((part) => Math.floor(part * bytes.length)) as [number, number];
	const [before, inside, after] = [bytes.subarray(0, from), bytes.subarray(from, end), bytes.subarray(end)];
	switch (kind) {
		case 'flip':
			return Buffer.from(bytes.map((byte, index) => (index === from ? byte ^ (1 << Math.floor(to * 8)) : byte)));
		case 'cut':
			return Buffer.concat([before, after]);
		case 'insert':
			return Buffer.concat([before, Buffer.from(text, 'utf8'), inside, after]);
		case 'duplicate':
			return Buffer.concat([before, inside, inside, after]);
		case 'splice':
			return Buffer.concat([before, other.subarray(Math.floor(at * other.length), Math.floor(to * other.length)), after]);
	}
}

/** Values of a JSON text, and its keys, which have a colon behind them. */
const VALUES = /"(?:\\.|[^"\\])*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;

const quoted = hostileText.map((text) => JSON.stringify(text));

/** Other values for one place, of its own kind; the providers write numbers as texts, too. */
const sameKind = fc.record({ '"': quoted, digit: fc.oneof({ weight: 2, arbitrary: hostileNumber }, { weight: 1, arbitrary: quoted }), word: fc.constantFrom('true', 'false', 'null') });

/**
 * @param replacements texts of JSON values
 * @returns JSON samples in which some values are others, most of them of the same kind
 */
export function withOtherValues(samples: readonly string[], replacements: fc.Arbitrary<string>): fc.Arbitrary<string> {
	const other = fc.oneof({ weight: 3, arbitrary: sameKind }, { weight: 1, arbitrary: replacements });
	return fc
		.tuple(fc.constantFrom(...samples), fc.array(fc.tuple(place, other), { minLength: 1, maxLength: 3 }))
		.map(([sample, changes]) =>
			changes.reduce((text, [at, value]) => {
				const found = [...text.matchAll(VALUES)].filter(([, colon]) => colon === undefined);
				const chosen = found[Math.floor(at * found.length)];
				if (!chosen) return text;
				const [token] = chosen;
				const kind = token.startsWith('"') ? '"' : /^[-\d]/.test(token) ? 'digit' : 'word';
				return text.slice(0, chosen.index) + (typeof value === 'string' ? value : value[kind]) + text.slice(chosen.index + token.length);
			}, sample),
		);
}
