import { WebSocket } from 'undici';
import { until, type Stage } from '../../support/stage.mjs';

const HEARTBEAT = 'n8n|heartbeat';
const CONTINUE = 'n8n|continue';

/** n8n takes a click of what does not look like a browser for a preview of the link, and ignores it. */
const BROWSER = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' };

/** A message with buttons, as the chat shows it; each button opens its link. */
interface WithButtons {
	text: string;
	buttons: Array<{ text: string; link: string }>;
}

/** A person at the hosted chat of a workflow whose *Response Mode* is *Using Response Nodes*. */
export interface ChatWindow {
	executionId: string;
	/** What the chat has shown so far, the oldest first. */
	shown: string[];
	/** Waits for a message that holds a text. */
	read: (text: string) => Promise<string>;
	/** Types an answer instead of pressing a button. */
	type: (text: string) => void;
	/** Presses the button of the newest message whose label begins so. */
	press: (label: string) => Promise<void>;
	close: () => void;
}

/** Says something in the chat of a workflow, as the owner of this n8n, and stays to read the answers. */
export async function openChat({ client, server }: Stage, workflowId: string, chatInput: string): Promise<ChatWindow> {
	const { nodes } = await client.getWorkflow(workflowId);
	const { webhookId } = nodes.find(({ type }) => type.endsWith('.chatTrigger')) ?? {};
	const sessionId = `session-${chatInput}`;
	const said = { action: 'sendMessage', sessionId, chatInput };
	const { executionId, resumeToken } = JSON.parse(await client.session.text('POST', `/webhook/${webhookId}/chat`, said)) as { executionId: string; resumeToken: string };

	const query = new URLSearchParams({ sessionId, executionId, token: resumeToken, isPublic: 'true' });
	const socket = new WebSocket(`${server.url.replace('http', 'ws')}/chat?${query.toString()}`);
	const shown: string[] = [];
	socket.addEventListener('message', ({ data }) => {
		const text = typeof data === 'string' ? data : '';
		// Without an answer n8n takes the person to be gone, and ends the run.
		if (text === HEARTBEAT) socket.send(`${HEARTBEAT}-ack`);
		else if (text !== CONTINUE) shown.push(text);
	});
	await new Promise<void>((resolve, reject) => {
		socket.addEventListener('open', () => resolve());
		socket.addEventListener('error', ({ error }) => reject(new Error('The chat could not be opened', { cause: error })));
	});
	return {
		executionId,
		shown,
		close: () => socket.close(),
		read: async (text) => {
			await until(`the chat shows "${text}"`, () => shown.some((message) => message.includes(text)));
			return shown.find((message) => message.includes(text)) ?? '';
		},
		type: (text) => socket.send(JSON.stringify({ ...said, chatInput: text })),
		press: async (label) => {
			const { buttons } = JSON.parse(shown.at(-1) ?? '') as WithButtons;
			await fetch(buttons.find(({ text }) => text.startsWith(label))?.link ?? '', { headers: BROWSER });
		},
	};
}
