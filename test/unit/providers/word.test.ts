import { wordSchema } from '../../../nodes/providers/word';

it.each(['d8e0f1f0702544b2acb456ca9ccfd111250', 'f66545d2-c7e2-4603-984e-d2238c363c8292', '505139D7-54F8-48A9-88FA-9460A78731DD', '1'])('%s is an ID', (id) => {
	expect(wordSchema.parse(` ${id} `)).toBe(id);
});

it.each([
	['nothing', ''],
	['spaces', '  '],
	['two words', 'a b'],
	['NUL', 'a\0b'],
	['half a character', 'a\ud83d'],
	['a mark of writing direction', '\u202e1'],
	['more than any ID', 'a'.repeat(201)],
])('%s is none', (_what, text) => {
	expect(wordSchema.safeParse(text).success).toBe(false);
});

it.each(['!"#{|}~', 'a'.repeat(200)])('%s may be an ID', (text) => {
	expect(wordSchema.parse(text)).toBe(text);
});

it.each(['\u007f', 'aạ', 'ạa'])('%j is none, at either end', (text) => {
	expect(wordSchema.safeParse(text).success).toBe(false);
});
