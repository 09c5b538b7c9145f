import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
export const sandboxDir = join(rootDir, 'sandbox');
export const benchDir = join(rootDir, 'bench');
/** n8n needs a newer Node than the project. */
export const nodeOfSandbox = join(sandboxDir, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
