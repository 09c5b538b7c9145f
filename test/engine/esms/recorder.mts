import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the simulator and notes the bodies of calls, which the simulator does not keep. */
export interface Recorder {
	url: string;
	/** Bodies of the calls so far; a test may empty the list. */
	bodies: Array<Record<string, unknown>>;
	close(): Promise<void>;
}

/** Starts a recorder of POST calls with JSON bodies. */
export async function startRecorder(target: string): Promise<Recorder> {
	const bodies: Recorder['bodies'] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString('utf8');
			bodies.push(JSON.parse(body) as Record<string, unknown>);
			void fetch(`${target}${request.url ?? ''}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
				async (answer) => response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text()),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		bodies,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Starts a server that takes every call and never answers: it closes the connection. */
export async function startMute(): Promise<Omit<Recorder, 'bodies'> & { asked(): number }> {
	let asked = 0;
	const server = createServer((request) => {
		asked++;
		request.socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked: () => asked,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}
