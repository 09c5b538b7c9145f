// Runs with `node --test`, as setup.test.mjs does.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';

import { freePort } from '../../sandbox/setup/ports.mjs';
import { startRedis } from '../../sandbox/tools/redis.mjs';
import { scratchFolder, startProgram } from '../../sandbox/tools/service.mjs';
import { candidates, findChromium } from '../browser/findChromium.mjs';

/** Sees to it that a program is on the path of this machine, and nothing else. @param {string} folder @param {() => Promise<void>} work */
async function withPath(folder, work) {
	const { PATH } = process.env;
	process.env.PATH = folder;
	try {
		await work();
	} finally {
		process.env.PATH = PATH;
	}
}

test('a port that is said to be free can be used', async () => {
	const port = await freePort();
	const server = createServer();
	await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined)));
	server.close();
});

test('a service is waited for until it is ready, and stopped with SIGINT', async () => {
	const folder = scratchFolder('test');
	const ended = join(folder.path, 'ended');
	const script = `process.on('SIGINT', () => { require('fs').writeFileSync(${JSON.stringify(ended)}, ''); process.exit(0); });
		setInterval(() => {}, 1000);
		setTimeout(() => console.error('LOG: database system is ready to accept connections'), 100);`;
	const stop = await startProgram(process.execPath, ['-e', script], {});
	assert.equal(existsSync(ended), false);
	await stop();
	if (process.platform !== 'win32') assert.equal(existsSync(ended), true);
	folder.remove();
	assert.equal(existsSync(folder.path), false);
});

test('a service that ends at once is refused with its own words', async () => {
	await assert.rejects(startProgram(process.execPath, ['-e', 'console.log("no room on disk")'], {}), /did not start:\nno room on disk/);
	await assert.rejects(startProgram('no-such-program-here', [], {}), /ENOENT/);
});

test('Redis is started only where it is on the machine', async () => {
	const folder = scratchFolder('test');
	await withPath(folder.path, async () => assert.equal(await startRedis(), undefined));
	const program = `#!${process.execPath}
console.log(process.argv.slice(2).join(' '), '* Ready to accept connections tcp');
setInterval(() => {}, 1000);`;
	writeFileSync(join(folder.path, 'redis-server'), program, { mode: 0o755 });
	await withPath(folder.path, async () => {
		const redis = await startRedis();
		assert.match(redis?.url ?? '', /^redis:\/\/127\.0\.0\.1:\d+$/);
		await redis?.stop();
	});
	folder.remove();
});

test('a browser is found on the path, or where CHROMIUM_PATH says', () => {
	assert.deepEqual(candidates({ CHROMIUM_PATH: '/x/chrome', PATH: '/bin' }, 'linux'), ['/x/chrome']);
	assert.ok(candidates({ PATH: '/bin' }, 'linux').includes(join('/bin', 'chromium')));
	assert.ok(candidates({ PATH: '' }, 'darwin').some((path) => path.startsWith('/Applications/Google Chrome.app')));
	assert.equal(findChromium({ CHROMIUM_PATH: process.execPath }), process.execPath);
	assert.equal(findChromium({ CHROMIUM_PATH: join('/no', 'browser') }), undefined);
	assert.equal(findChromium({ PATH: '' }, 'linux'), undefined);
});
