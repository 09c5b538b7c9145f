import { PICTURES, VIEWPORT } from '../../browser/pictures.mjs';
import { list, listAll, readBytes, readText } from '../../support/files.mjs';

const MAX_BYTES = 256 * 1024;
const pages = ['README.md', ...listAll('docs').filter((path) => path.endsWith('.md'))];
const shown = new Set(pages.flatMap((page) => [...readText(page).matchAll(/!\[[^\]]*\]\([./]*(?:docs\/)?images\/([^)]+)\.png\)/g)].map(([, name]) => name)));

it('every picture that a page shows is taken by the tests of the editor', () => {
	expect(shown.size).toBeGreaterThan(0);
	expect([...shown].filter((name) => !PICTURES.some((picture) => picture === name))).toEqual([]);
});

it('every picture that is taken is shown by a page', () => {
	expect(PICTURES.filter((name) => !shown.has(name))).toEqual([]);
});

it('docs/images holds exactly these pictures', () => {
	expect(list('docs/images').sort()).toEqual(PICTURES.map((name) => `${name}.png`).sort());
});

it.each(PICTURES)('%s is of the common size, and loads quickly', (name) => {
	const file = readBytes(`docs/images/${name}.png`);
	// The first chunk of a PNG begins with width and height.
	expect({ width: file.readUInt32BE(16), height: file.readUInt32BE(20) }).toEqual(VIEWPORT);
	expect(file.length).toBeLessThan(MAX_BYTES);
});
