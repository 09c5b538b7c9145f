/**
 * `npm run docs:schemas`: makes the output schemas that n8n's editor shows before the first run
 * (nodes/<Node>/__schema__) from what the engine tests see the nodes put out. It takes some minutes.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(rootDir, 'node_modules', 'jest', 'bin', 'jest.js');

/** @param {...string} options */
function run(...options) {
	// One at a time: every test widens the schemas of the one before.
	const { status } = spawnSync(process.execPath, [jest, '--runInBand', ...options], {
		cwd: rootDir,
		env: { ...process.env, WRITE_SCHEMAS: '1' },
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
}

for (const node of readdirSync(join(rootDir, 'nodes'))) rmSync(join(rootDir, 'nodes', node, '__schema__'), { recursive: true, force: true });
run('--selectProjects=engine', '--forceExit', '--testPathIgnorePatterns=engine/faults');
run('--selectProjects=unit', '--testPathPatterns=unit/schemas');
