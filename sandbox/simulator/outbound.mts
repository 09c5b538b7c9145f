import { Agent, request } from 'undici';
import type { CallbackTry, Provider } from './records.mjs';
import type { RetrySettings } from './settings.mjs';
import { Cancelled } from './tasks.mjs';
import type { World } from './world.mjs';

/** A call the provider makes to its customer. */
export interface OutboundCall {
	provider: Provider;
	messageId?: string;
	method: 'GET' | 'POST';
	url: string;
	headers?: Record<string, string>;
	/** Headers that a repeat has besides; the first repeat is 1. */
	headersOfRepeat?: (repeat: number) => Record<string, string>;
	body?: string;
	signature?: string;
	/** Keep the type and the body of the answer with the try. */
	keepAnswer?: boolean;
}

/** Sends callbacks and webhook events, and writes down every try. */
export class Outbound {
	private readonly agent = new Agent({ connections: 256 });
	private count = 0;

	constructor(private readonly world: World) {}

	/** Sends a call and repeats it as the settings say; returns all tries. */
	async send(call: OutboundCall, retry: RetrySettings): Promise<CallbackTry[]> {
		const tries: CallbackTry[] = [];
		const { generation } = this.world.tasks;
		for (let attempt = 1; attempt <= Math.max(1, retry.times); attempt++) {
			if (attempt > 1) await this.world.tasks.sleep(retry.ladderMs?.[attempt - 2] ?? retry.intervalMs);
			const made = await this.call(call, attempt, retry.timeoutMs);
			// After a reset the world must not hear of a call that began before it, nor of those that would follow.
			if (generation !== this.world.tasks.generation) throw new Cancelled();
			this.keep(made);
			tries.push(made);
			const answered = made.status !== undefined;
			if (answered && (retry.retryOn === 'timeout' || made.status === 200)) break;
		}
		return tries;
	}

	/** Writes down a call that the settings forbid. */
	refuse(call: OutboundCall, why: string): CallbackTry {
		return this.keep(this.record(call, 1, this.world.now(), { error: why }));
	}

	async close(): Promise<void> {
		await this.agent.destroy();
	}

	private async call(call: OutboundCall, attempt: number, timeoutMs: number): Promise<CallbackTry> {
		const at = this.world.now();
		const stop = new AbortController();
		const timer = setTimeout(() => stop.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
		const forget = this.world.tasks.onCancel(() => stop.abort(new Error('cancelled')));
		try {
			const response = await request(call.url, {
				method: call.method,
				headers: attempt > 1 ? { ...call.headers, ...call.headersOfRepeat?.(attempt - 1) } : call.headers,
				body: call.body,
				dispatcher: this.agent,
				signal: stop.signal,
			});
			const status = response.statusCode;
			if (call.keepAnswer) {
				const contentType = String(response.headers['content-type'] ?? '');
				return this.record(call, attempt, at, { status, answer: { contentType, body: await response.body.text() } });
			}
			await response.body.dump();
			return this.record(call, attempt, at, { status });
		} catch (error) {
			return this.record(call, attempt, at, { error: whyOf(error) });
		} finally {
			clearTimeout(timer);
			forget();
		}
	}

	private record(
		call: OutboundCall,
		attempt: number,
		at: number,
		outcome: Pick<CallbackTry, 'status' | 'answer' | 'error'>,
	): CallbackTry {
		return {
			id: ++this.count,
			provider: call.provider,
			messageId: call.messageId,
			attempt,
			method: call.method,
			url: call.url,
			body: call.body,
			signature: call.signature,
			at,
			durationMs: this.world.now() - at,
			...outcome,
		};
	}

	private keep(made: CallbackTry): CallbackTry {
		this.world.callbacks.add(made);
		this.world.feed.publish('callback', made);
		return made;
	}
}

/** The error of a name with several addresses, such as localhost, has no message, but a code. */
function whyOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
