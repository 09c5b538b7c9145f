#!/usr/bin/env node
// `npm run pictures`: the tests of the editor take the pictures of the docs on their way.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const run = join(dirname(dirname(fileURLToPath(import.meta.url))), 'run.mjs');
const { status } = spawnSync(process.execPath, [run, '--only=browser'], { stdio: 'inherit', env: { ...process.env, TAKE_PICTURES: '1' } });
process.exitCode = status ?? 1;
