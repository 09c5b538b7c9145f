const { dirname, join } = require('node:path');

const projectDir = dirname(dirname(__dirname));
const dist = join(projectDir, 'sandbox', 'dist', 'n8n');

/** Jest's globalSetup of the tests on a real n8n: what each n8n of a run starts from is made once, before there are several workers. */
module.exports = async function prepareN8n() {
	const { packProject } = await import(join(dist, 'installPackage.mjs'));
	const { userFolderTemplate } = await import(join(dist, 'template.mjs'));
	const cache = join(projectDir, '.tmp');
	process.env.PACKED_PACKAGE = packProject(projectDir, cache);
	const other = process.env.TEST_N8N_DIR;
	// See OTHER_N8N in stage.mts.
	await userFolderTemplate(other ?? join(projectDir, 'sandbox'), cache, { N8N_DISABLE_UI: 'true', ...(other && { N8N_DISABLED_MODULES: '' }) });
};
