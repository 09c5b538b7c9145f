import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

/** An HTTP request, byte for byte: no client corrects or refuses what an attacker writes. */
export interface RawRequest {
	method?: string;
	/** Query included; as it stands in the URL where none is given. */
	path?: string;
	/** Header lines without their line breaks. */
	headers?: string[];
	body?: string | Buffer;
}

export interface RawAnswer {
	/** 0 where the server closed the connection without an answer. */
	status: number;
	headers: string;
	body: string;
}

const TIMEOUT_MS = 15_000;

/** Sends a request over a socket of its own and reads the answer to its end. */
export async function rawCall(url: string, { method = 'GET', path, headers = [], body = '' }: RawRequest = {}): Promise<RawAnswer> {
	const { hostname, port, pathname, search } = new URL(url);
	const bytes = Buffer.from(body);
	const lines = [
		`${method} ${path ?? pathname + search} HTTP/1.1`,
		`Host: ${hostname}:${port}`,
		'Connection: close',
		...(bytes.length > 0 ? [`Content-Length: ${bytes.length}`] : []),
		...headers,
	];
	const answer = await exchange(hostname, Number(port), Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]));
	const [head = '', ...rest] = answer.split('\r\n\r\n');
	return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), headers: head, body: rest.join('\r\n\r\n') };
}

async function exchange(host: string, port: number, request: Buffer): Promise<string> {
	return await new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		const socket = connect({ host, port }, () => socket.write(request));
		socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`No end of the answer within ${TIMEOUT_MS} ms`)));
		socket.on('data', (chunk: Buffer) => chunks.push(chunk));
		socket.on('error', reject);
		socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
	});
}

/** @returns a body as a caller sends it under `Content-Encoding: gzip` */
export function gzipped(body: string): Buffer {
	return gzipSync(body);
}
