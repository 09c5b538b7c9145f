import type { OutboundCall } from '../simulator/outbound.mjs';
import type { CallbackTry } from '../simulator/records.mjs';

/** Longer answers are cut: a page of a proxy says nothing more. */
const LONGEST_ANSWER = 500;

/** Parameters of an address that open something, such as the token of a run that waits. */
const OPENING = /^(?:.*(?:secret|token|password|signature|apikey|api_key).*|key|sig)$/i;

/** What to look at, by the status of the answer. */
const ADVICE: Readonly<Record<number, string>> = {
	401: 'It refused the call: its secret, or its app or partner ID, is another one than that of the credential.',
	404: 'Nothing listens there. Is the workflow published? For a test URL: does the editor listen (Listen for Test Event)?',
	405: 'The trigger takes no such call. Is its Source the right one?',
};
const CHECKING = 'With Verify With eSMS on, the trigger asks eSMS about this message. Take the --message-id of one that was sent with a Callback URL, or turn the option off while you try.';

/** @returns what went out, line by line, without what must stay secret */
export function tellSent({ method, url, headers = {}, body }: OutboundCall, secret: string): string {
	const lines = [`${method} ${shownUrl(url)}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
	const all = [...lines, ...(body ? ['', body] : [])].join('\n');
	return secret === '' ? all : all.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
}

/** The address byte for byte, but for the values that open something. */
function shownUrl(url: string): string {
	return url
		.replace(/^(https?:\/\/)[^/?#]*@/i, '$1***@')
		.replace(/([?&])([^?&=#]+)=([^?&#]*)/g, (whole, mark: string, name: string) => (OPENING.test(name) ? `${mark}${name}=***` : whole));
}

/** @returns what came back, and what to look at */
export function tellAnswer({ status, answer, error, durationMs }: CallbackTry): string {
	if (status === undefined) return `No answer: ${error ?? 'the connection ended'}`;
	const body = answer?.body.trim() ?? '';
	const shown = body.length > LONGEST_ANSWER ? `${body.slice(0, LONGEST_ANSWER)}…` : body;
	const advice = ADVICE[status] ?? (/being checked/.test(body) ? CHECKING : '');
	return [`Answer: ${status} after ${durationMs} ms`, shown, advice].filter(Boolean).join('\n');
}

/** @returns whether the receiver took the call */
export function wasTaken({ status = 0 }: CallbackTry): boolean {
	return status >= 200 && status < 300;
}
