/** n8n refused a request; the message carries what it answered. */
export class N8nHttpError extends Error {
	/** The HTTP status. */
	readonly status: number;

	/** The body as n8n sent it. */
	readonly body: string;

	constructor(request: string, status: number, body: string) {
		super(`${request} answered ${status}: ${body.slice(0, 2000)}`);
		this.name = 'N8nHttpError';
		this.status = status;
		this.body = body;
	}
}

/** Binds the session cookie to this client; n8n checks it on every call. */
const BROWSER_ID = 'n8n-nodes-zalo-zns-sandbox';

/** Speaks to the internal REST interface of n8n as its editor does: with a session cookie. */
export class RestSession {
	readonly url: string;

	private cookie = '';

	constructor(url: string) {
		this.url = url.replace(/\/+$/, '');
	}

	/** The session cookie, for a browser that shall be logged in as the same user. */
	get sessionCookie(): string {
		return this.cookie;
	}

	/** Sends a request below `/rest` and returns the `data` of the answer. */
	async send<T>(method: string, path: string, body?: unknown): Promise<T> {
		const answer: unknown = JSON.parse((await this.text(method, `/rest${path}`, body)) || '{}');
		const data = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer;
		return data as T;
	}

	/** Sends a request to any path of the server and returns the body. */
	async text(method: string, path: string, body?: unknown): Promise<string> {
		const ask = async () => await fetch(`${this.url}${path}`, {
			method,
			headers: {
				accept: 'application/json',
				'browser-id': BROWSER_ID,
				...(this.cookie && { cookie: this.cookie }),
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		// A busy n8n closes connections that have been idle just as they are used again; reading once more harms nobody.
		const response = await (method === 'GET' ? ask().catch(ask) : ask());
		const text = await response.text();
		if (!response.ok) throw new N8nHttpError(`${method} ${path}`, response.status, text);
		const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
		if (session) this.cookie = session.split(';')[0] ?? '';
		return text;
	}
}
