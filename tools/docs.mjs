/**
 * `npm run docs`: writes the pages of docs/ that are made from the code. It runs the tests of the pages,
 * which know TypeScript, and lets them write instead of compare.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(rootDir, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(process.execPath, [jest, '--selectProjects=unit', '--testPathPatterns=unit/docs/(failures|api)'], {
	cwd: rootDir,
	env: { ...process.env, WRITE_DOCS: '1' },
	stdio: 'inherit',
});
process.exitCode = status ?? 1;
