export { hasEnded, N8nClient, OWNER } from './client.mjs';
export { N8nHttpError } from './http.mjs';
export { installPackage, packProject } from './installPackage.mjs';
export { importWorkflow, prepareWorkflow, type ImportOptions } from './provision.mjs';
export { freePort, startN8n, type N8nOptions, type N8nServer } from './server.mjs';
export type * from './types.mjs';
