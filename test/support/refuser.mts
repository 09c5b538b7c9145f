import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Paths that are read before a message is sent. */
const READS = /GetZnsTemplateInfo|GetTemplate|template\/info/;

/** A provider that takes no message: it says why with the number in its words, or closes the connection. */
export interface Refuser {
	url: string;
	/** What it says; undefined closes the connection. */
	says: string | undefined;
	/** How often it was asked to send. */
	asked: number;
	close(): Promise<void>;
}

function refusal(path: string, says: string): object {
	if (path.includes('/api/v1/')) return { code: 'errors', message: says };
	return path.includes('/message/template') ? { error: -99998, message: says } : { CodeResult: '998', ErrorMessage: says };
}

/** @param target base URL of the simulator, which answers what is read before */
export async function startRefuser(target: string): Promise<Refuser> {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString('utf8');
			if (READS.test(request.url ?? '')) {
				const { access_token = '' } = request.headers as Record<string, string>;
				const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
				void fetch(`${target}${request.url ?? ''}`, request.method === 'POST' ? post : { headers: { access_token } }).then(async (answer) => response.end(await answer.text()));
				return;
			}
			refuser.asked++;
			if (refuser.says === undefined) return void request.socket.destroy();
			response.end(JSON.stringify(refusal(request.url ?? '', refuser.says)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const refuser: Refuser = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		says: undefined,
		asked: 0,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	return refuser;
}
