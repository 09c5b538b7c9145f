import { WebSocket } from 'undici';
import type { Stage } from '../../support/stage.mjs';

/** What n8n tells an open editor. */
export interface Pushed {
	type: string;
	data: Record<string, unknown>;
}

/** An editor that is open on a workflow, as n8n sees it. */
export interface Editor {
	/** Presses *Listen for test event*. */
	listen(workflowId: string, trigger: string): Promise<void>;
	/** What it was told, the oldest first. */
	told: Pushed[];
	close(): void;
}

let editors = 0;

/** Opens an editor: a socket by which n8n tells it what happens in runs of its own. */
export async function openEditor({ server, client }: Stage): Promise<Editor> {
	const pushRef = `editor-${++editors}`;
	const headers = { cookie: client.session.sessionCookie, origin: server.url };
	const socket = new WebSocket(`${server.url.replace('http', 'ws')}/rest/push?pushRef=${pushRef}`, { headers });
	// What a node put out comes as bytes, the rest as text.
	socket.binaryType = 'arraybuffer';
	const told: Pushed[] = [];
	socket.addEventListener('message', ({ data }) => {
		const text = typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer).toString('utf8');
		for (const line of text.split('\n')) if (line.startsWith('{')) told.push(JSON.parse(line) as Pushed);
	});
	await new Promise<void>((resolve, reject) => {
		socket.addEventListener('open', () => resolve());
		socket.addEventListener('error', ({ error }) => reject(new Error('The editor could not be opened', { cause: error })));
	});
	return {
		told,
		close: () => socket.close(),
		async listen(workflowId, trigger) {
			const answer = await fetch(`${server.url}/rest/workflows/${workflowId}/run`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'browser-id': 'n8n-nodes-zalo-zns-sandbox', 'push-ref': pushRef, cookie: headers.cookie },
				body: JSON.stringify({ triggerToStartFrom: { name: trigger } }),
			});
			const { data } = (await answer.json()) as { data?: { waitingForWebhook?: boolean } };
			if (data?.waitingForWebhook !== true) throw new Error(`n8n does not listen: ${answer.status}`);
		},
	};
}
