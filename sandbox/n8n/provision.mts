import type { N8nClient } from './client.mjs';
import type { StoredWorkflow, WorkflowJson } from './types.mjs';

/** What a workflow file needs before it can run on another n8n. */
export interface ImportOptions {
	/** Credential type to the stored credential that its nodes shall use. */
	credentials: Record<string, { id: string; name: string }>;
	/** Strings to replace anywhere in the file, such as placeholders of addresses. */
	replace?: Record<string, string>;
	/** Leave false to keep the workflow inactive. */
	activate?: boolean;
}

/** Fills a workflow file for one n8n: credential ids and placeholders. Pure, so a test needs no server. */
export function prepareWorkflow(workflow: WorkflowJson, { credentials, replace = {} }: ImportOptions): WorkflowJson {
	let text = JSON.stringify(workflow);
	for (const [placeholder, value] of Object.entries(replace)) {
		// Both sides are escaped as JSON, so that a quote in a value cannot break the file.
		text = text.replaceAll(JSON.stringify(placeholder).slice(1, -1), JSON.stringify(value).slice(1, -1));
	}
	const prepared = JSON.parse(text) as WorkflowJson;
	for (const node of prepared.nodes) {
		for (const type of Object.keys(node.credentials ?? {})) {
			const stored = credentials[type];
			if (!stored) throw new Error(`Node "${node.name}" needs a credential of type ${type}, and none was given`);
			node.credentials = { ...node.credentials, [type]: { id: stored.id, name: stored.name } };
		}
	}
	return prepared;
}

/** Imports a workflow file into a running n8n as a user would: picks the credentials, saves, activates. */
export async function importWorkflow(
	client: N8nClient,
	workflow: WorkflowJson,
	options: ImportOptions,
): Promise<StoredWorkflow> {
	const stored = await client.createWorkflow(prepareWorkflow(workflow, options));
	return options.activate === false ? stored : await client.activateWorkflow(stored.id);
}
