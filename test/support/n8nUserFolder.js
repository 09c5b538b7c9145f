const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Jest's globalSetup: n8n-core writes a settings file when it is imported, and that must not land in the home folder. */
module.exports = function useTemporaryUserFolder() {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
	process.env.N8N_USER_FOLDER = folder;
	// The engine logs every error of a node; tests read them from the results.
	process.env.N8N_LOG_LEVEL = 'silent';
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
};
