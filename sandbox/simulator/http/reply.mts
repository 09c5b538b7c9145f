import type { IncomingHttpHeaders } from 'node:http';

/** A request as the providers see it. */
export interface Incoming {
	method: string;
	/** Path after the provider's prefix, without the query. */
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: string;
}

/** What goes back, and what the request log keeps about it. */
export interface Reply {
	status: number;
	contentType: string;
	body: string;
	headers?: Record<string, string>;
	/** 'close' cuts the connection without an answer, 'hang' never answers. */
	end?: 'close' | 'hang';
	/** The provider's code in the body. */
	code: string;
	phone?: string;
	messageId?: string;
	note?: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

export function jsonReply(status: number, code: string, body: object): Reply {
	return { status, contentType: JSON_TYPE, body: JSON.stringify(body), code };
}

/** A body sent as JSON without being checked, for the bodies of the documents that are not valid JSON. */
export function rawJsonReply(status: number, code: string, body: string): Reply {
	return { status, contentType: JSON_TYPE, body, code };
}

/** An HTML page such as a gateway or the service itself shows. */
export function htmlReply(status: number, title: string): Reply {
	const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><p class="heading1">${title}</p></body></html>`;
	return { status, contentType: HTML_TYPE, body, code: '' };
}

/** The page of a WCF service for a body it cannot read (esms.md 1.5). */
export function requestErrorPage(): Reply {
	return htmlReply(400, 'Request Error');
}

/** The connection ends, or stays open, without an answer. */
export function noAnswer(end: 'close' | 'hang', note: string): Reply {
	return { status: 0, contentType: '', body: '', code: '', end, note };
}
