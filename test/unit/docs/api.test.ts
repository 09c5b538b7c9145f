import { PATHS as CARESOFT_PATHS } from '../../../nodes/providers/caresoft/endpoints';
import { PATHS } from '../../../nodes/providers/esms/endpoints';
import { PATHS as ZALO_PATHS } from '../../../nodes/providers/zalo/endpoints';
import { checkDocsFile } from '../../../tools/docsFile.mjs';
import { answerOf, apiPage, CARESOFT_OPERATIONS, OPERATIONS, ZALO_OPERATIONS } from '../../../tools/esmsApi.mjs';
import { ESMS_MENU } from '../../../tools/esmsMenu.mjs';
import pages from '../../fixtures/esms/menu.json';
import { readText } from '../../support/files.mjs';

const entries = Object.values(ESMS_MENU).flat();

it('docs/api.md says what the operations say', () => checkDocsFile('docs/api.md', apiPage()));

it('every page of the reference has its entry, and every entry but the English one is a page of the reference', () => {
	const named = entries.map(({ page }) => page);
	expect(new Set(named).size).toBe(named.length);
	expect(named.filter((page) => !page.startsWith('en/')).sort()).toEqual([...pages].sort());
});

it.each(entries)('$title: answered by an operation', ({ answers }) => {
	expect(answers.length).toBeGreaterThan(0);
	for (const key of answers) expect(answerOf(key).name.length).toBeGreaterThan(5);
});

it('every operation of the eSMS nodes answers an entry', () => {
	const used = new Set(entries.flatMap(({ answers }) => answers));
	expect([...OPERATIONS.keys()].filter((key) => !used.has(key))).toEqual([]);
});

it('every endpoint that the code knows is called by an operation', () => {
	const called = (operations: typeof OPERATIONS) => new Set([...operations.values()].flatMap(({ calls }) => calls));
	expect(Object.values(PATHS).filter((path) => !called(OPERATIONS).has(path))).toEqual([]);
	const unused = Object.values(CARESOFT_PATHS).filter((path) => !called(CARESOFT_OPERATIONS).has(path));
	expect(unused).toEqual([CARESOFT_PATHS.sendZns]);
	const { sendByHash, sendByPhone, sendByUserId } = ZALO_PATHS;
	expect(Object.values(ZALO_PATHS).filter((path) => !called(ZALO_OPERATIONS).has(path))).toEqual([sendByHash, sendByPhone, sendByUserId]);
});

it.each([...OPERATIONS, ...CARESOFT_OPERATIONS, ...ZALO_OPERATIONS])('%s: its test is there and runs something', (_, { test }) => {
	expect(readText(test)).toMatch(/\bit(\.each)?\(/);
});
