/** Loads nodes as n8n does and tells how long it took and how big their descriptions are. */
import { requireFromSandbox as require } from './resolve.mjs';

require('n8n-core');
require('n8n-workflow');

const since = performance.now();
const types = process.argv.slice(2).flatMap((path) => Object.values(require(path)).filter((exported) => typeof exported === 'function').map((NodeClass) => new NodeClass()));
const ms = performance.now() - since;
const descriptions = types.filter((type) => type.description).map((type) => (type.nodeVersions ? type.nodeVersions[type.currentVersion].description : type.description));
process.stdout.write(JSON.stringify({ ms, bytes: Buffer.byteLength(JSON.stringify(descriptions)) }));
process.exit(0);
