/**
 * `npm run docs`: writes the pages of docs/ that are made from the code. It runs the tests of the pages,
 * which know TypeScript, and lets them write instead of compare. `npm run docs:faults` writes docs/faults.md
 * from what the fault matrix sees, which takes a minute or two.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(rootDir, 'node_modules', 'jest', 'bin', 'jest.js');
const pages = ['--selectProjects=unit', '--testPathPatterns=unit/docs/(failures|api|nodes)'];
const faults = ['--selectProjects=engine', '--forceExit', '--testPathPatterns=engine/faults/matrix'];
const { status } = spawnSync(process.execPath, [jest, ...(process.argv.includes('--faults') ? faults : pages)], {
	cwd: rootDir,
	env: { ...process.env, WRITE_DOCS: '1' },
	stdio: 'inherit',
});
process.exitCode = status ?? 1;
