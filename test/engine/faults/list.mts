import type { Authority, Certificate } from '../../support/faults/certificates.mjs';
import { setClock } from '../../support/faults/clock.mjs';
import type { Step, Trouble } from '../../support/faults/door.mjs';
import type { Kind } from '../../support/faults/paths.mjs';
import { answers, breaksOff, cuts, drips, late, noHttp, packedHuge, page, pours, reset, silent, spoils, spoilsJson, type Taken } from '../../support/faults/steps.mjs';

/** What the node says and how often it asked, e.g. `sent 2`: where the fault happens once, and where it goes on. */
type Expected = readonly [once: string, always: string];

/** Something that can go wrong with a provider. */
export interface Fault {
	what: string;
	trouble: () => Trouble;
	/** By the kind of path; a kind that is left out does not know this fault. */
	expected: Partial<Record<Kind, Expected>>;
	/** Paths that differ from their kind, by name. */
	except?: Record<string, Expected>;
	/** In place of the 30 seconds after which a request in trouble is given up. */
	timeoutMs?: number;
	/** Done before the n-th request of the node. */
	beforeRequest?: (n: number) => void;
}

/** Faults of one sort. */
export interface Chapter {
	title: string;
	about?: string;
	faults: Fault[];
	/** How many lines of the table at once. */
	inParallel: number;
	/** In place of the 30 seconds after which the body of an answer is given up. */
	bodyMs?: number;
}

/** What the faults need of their surroundings. */
export interface Surroundings {
	authority: Authority;
	/** Nobody trusts it. */
	stranger: Authority;
	/** URL of another server; it runs with the tests. */
	elsewhere: () => string;
}

const all = (once: string, always = once): Fault['expected'] => ({ esms: [once, always], withoutId: [once, always], caresoft: [once, always], zalo: [once, always], read: [once, always] });
/** Of members that the answer of a template does not have. */
const ofSends = ({ read: _, ...expected }: Fault['expected']): Fault['expected'] => expected;
const but = (expected: Fault['expected'], other: Fault['expected']): Fault['expected'] => ({ ...expected, ...other });

/** Nothing can have been sent, so asking again is safe on every path. */
const NEVER_LEFT = all('sent 2', 'retry 3');
const REFUSED = all('refused 1');
const UNREPEATED: Fault['expected'] = { withoutId: ['uncertain 1', 'uncertain 1'], caresoft: ['uncertain 1', 'uncertain 1'], zalo: ['uncertain 1', 'uncertain 1'] };
/** The message may be out: only a request ID makes asking again safe. */
const UNCLEAR: Record<Taken, Fault['expected']> = {
	lost: { esms: ['sent 2', 'uncertain 3'], ...UNREPEATED, read: ['sent 2', 'retry 3'] },
	taken: { esms: ['duplicate 2', 'uncertain 3'], ...UNREPEATED, read: ['sent 2', 'retry 3'] },
};
const THEN: Record<Taken, string> = { lost: 'nothing was taken', taken: 'the message was taken' };

const fault = (what: string, trouble: () => Trouble, expected: Fault['expected'], more: Partial<Fault> = {}): Fault => ({ what, trouble, expected, ...more });
const step = (what: string, made: Step, expected: Fault['expected'], more: Partial<Fault> = {}): Fault => fault(what, () => ({ at: 'answer', step: made }), expected, more);
const both = (what: string, made: (taken: Taken) => Step, more: Partial<Fault> = {}): Fault[] =>
	(['lost', 'taken'] as const).map((taken) => step(`${what}; ${THEN[taken]}`, made(taken), UNCLEAR[taken], more));

/** Puts a value into each member of these names. */
const put = (names: string[], value: unknown): Step => {
	const into = (json: unknown): unknown => {
		if (Array.isArray(json)) return json.map(into);
		if (typeof json !== 'object' || json === null) return json;
		return Object.fromEntries(Object.entries(json).map(([name, old]) => [name, names.includes(name) ? value : into(old)]));
	};
	return spoilsJson((json) => into(json) as object);
};
const CODES = ['CodeResult', 'code', 'status', 'error'];
const IDS = ['SMSID', 'ticketId', 'ticket_id', 'msg_id'];
/** Long enough for a busy machine to take the request before it is given up. */
const SLOW = { timeoutMs: 2_500 };

function noConnection({ authority, stranger }: Surroundings): Fault[] {
	const certificate = (what: string, issued: Certificate) => fault(what, () => ({ at: 'certificate', certificate: issued }), NEVER_LEFT);
	const here = '127.0.0.1';
	return [
		fault('The port is closed', () => ({ at: 'port' }), NEVER_LEFT),
		fault('The name does not exist', () => ({ at: 'name', state: 'ENOTFOUND' }), NEVER_LEFT),
		fault('The name server gives no answer', () => ({ at: 'name', state: 'EAI_AGAIN' }), NEVER_LEFT),
		certificate('The certificate is from nobody who is trusted', stranger.issue(here, [-1, 1])),
		certificate('The certificate has expired, or the clock of n8n is ahead', authority.issue(here, [-1, -0.1])),
		certificate('The certificate is not valid yet, or the clock of n8n is behind', authority.issue(here, [0.1, 1])),
		certificate('The certificate is for another host', authority.issue('other.example', [-1, 1])),
		fault('The port does not speak TLS', () => ({ at: 'connection', secure: true, meets: noHttp }), UNCLEAR.lost),
		fault('The connection is closed while TLS begins', () => ({ at: 'connection', secure: true, meets: (socket) => void socket.once('data', () => socket.destroy()) }), NEVER_LEFT),
	];
}

const BROKEN: Fault[] = [
	fault('The connection is reset at its first byte', () => ({ at: 'connection', meets: (socket) => void socket.once('data', () => reset(socket)) }), UNCLEAR.lost),
	step('The connection is reset before the body of the request is read', cuts('lost', reset), UNCLEAR.lost),
	step('The connection is reset after the message was taken', cuts('taken', reset), UNCLEAR.taken),
	step('The connection is closed without an answer; the message was taken', cuts('taken', (socket) => socket.destroy()), UNCLEAR.taken),
	step('The connection is reset in the middle of the answer', breaksOff, UNCLEAR.taken),
	fault('TLS breaks in the answer; the message was taken', () => ({ at: 'tls' }), UNCLEAR.taken),
	step('The answer is no HTTP; the message was taken', cuts('taken', noHttp), UNCLEAR.taken),
];

const TIME: Fault[] = [
	fault('The name server is silent, so that no connection comes about in 30 s', () => ({ at: 'name', state: 'silent' }), UNCLEAR.lost, SLOW),
	...both('No answer comes in 30 s', silent, SLOW),
	step('No answer comes in 30 s; the message is taken after that', late(7_000), UNCLEAR.lost, SLOW),
	step('The answer comes byte by byte and does not end in 30 s', drips, UNCLEAR.taken),
];

const PAGES: Fault[] = [
	...[500, 502, 503, 504].flatMap((status) => both(`HTTP ${status} with a page of HTML`, (taken) => page(taken, status))),
	step('HTTP 503 with an empty body', answers('lost', { status: 503 }), UNCLEAR.lost),
	...[400, 403, 404].map((status) => step(`HTTP ${status} with a page of HTML`, page('lost', status), REFUSED)),
];

const UNREADABLE: Fault[] = [
	...both('HTTP 200 with a page of HTML', (taken) => page(taken, 200)),
	...both('HTTP 200 with an empty body', (taken) => answers(taken, {})),
	step('JSON that is cut in half', spoils(({ text }) => ({ text: text.slice(0, text.length / 2) })), UNCLEAR.taken),
	step('A list in place of an object', spoils(({ text }) => ({ text: `[${text}]` })), UNCLEAR.taken),
	step('An answer that is not packed, although it says so', spoils(({ headers }) => ({ headers: { ...headers, 'content-encoding': 'gzip' } })), UNCLEAR.taken),
	step('The code is the number 100', put(CODES, 100), ofSends(but(all('sent 1'), { caresoft: ['uncertain 1', 'uncertain 1'], zalo: ['uncertain 1', 'uncertain 1'] }))),
	step('The code is nested', put(CODES, { value: '100' }), ofSends(UNCLEAR.taken)),
	step('The code is null', put(CODES, null), ofSends(UNCLEAR.taken)),
	step('The code is missing', put(CODES, undefined), ofSends(UNCLEAR.taken)),
	step('The code is a word that nobody knows', put(CODES, 'perhaps'), ofSends(but(UNCLEAR.taken, { caresoft: ['uncertain 1', 'uncertain 1'] }))),
	step('The ID of the message or ticket is nested', put(IDS, { id: 'x' }), ofSends(but(all('sent 1'), { caresoft: ['uncertain 1', 'uncertain 1'] }))),
	step('The ID of the message or ticket is missing', put(IDS, undefined), ofSends(but(all('sent 1'), { caresoft: ['uncertain 1', 'uncertain 1'] }))),
	// The repeat is refused as one, and a refusal fits the status; a batch has the code 100 all the same.
	...[400, 500].map((status) =>
		step(`HTTP ${status} with the code of success`, spoils(() => ({ status })), but(UNCLEAR.taken, { esms: ['duplicate 2', 'duplicate 2'] }), {
			except: { 'ZNS in batches': ['duplicate 2', 'uncertain 3'] },
		}),
	),
];

const HUGE: Fault[] = [
	step('50 MB of something; nothing was taken', pours('lost', () => '<html>'), UNCLEAR.lost),
	step('50 MB of blanks behind a good answer', pours('taken', (text) => text), UNCLEAR.taken),
	step('50 MB of blanks, packed into some KB', packedHuge, UNCLEAR.lost),
];

/** Takes the first request and loses its answer; what comes after that is refused. */
const lostThen = (refusal: Parameters<typeof answers>[1]) => (): Trouble => {
	let requests = 0;
	const refuse = answers('lost', refusal);
	return { at: 'answer', step: async (exchange) => await (++requests === 1 ? cuts('taken', reset) : refuse)(exchange) };
};
const json = (body: object, status = 200) => ({ status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) });
const ESMS_ONLY = (once: string, always: string): Fault['expected'] => ({ esms: [once, always] });
const CARESOFT_ONLY = (said: string): Fault['expected'] => ({ caresoft: [said, said] });
const ZALO_ONLY = (said: string): Fault['expected'] => ({ zalo: [said, said] });
const esmsAnswer = (code: string) => ({ CodeResult: code, CountRegenerate: 0 });
const caresoftAnswer = (message: string) => ({ code: 'errors', message });

const LIMITS: Fault[] = [
	step('HTTP 429', page('lost', 429), NEVER_LEFT),
	step('HTTP 429 with Retry-After of 1 s', page('lost', 429, { 'retry-after': '1' }), NEVER_LEFT),
	step('HTTP 429 with Retry-After of an hour', page('lost', 429, { 'retry-after': '3600' }), all('retry 1')),
	step('`{"error": "Invalid request"}` of eSMS', answers('lost', json({ error: 'Invalid request' })), { esms: ['refused 1', 'refused 1'], withoutId: ['refused 1', 'refused 1'] }),
	step('eSMS refuses with a code, e.g. 103', answers('lost', json(esmsAnswer('103'))), { esms: ['refused 1', 'refused 1'], withoutId: ['refused 1', 'refused 1'] }),
	fault('The answer of eSMS is lost, then the wallet is empty (103); the message was taken', lostThen(json(esmsAnswer('103'))), ESMS_ONLY('duplicate 2', 'uncertain 2')),
	fault('The answer of eSMS is lost, then it is still at work (199); the message was taken', lostThen(json(esmsAnswer('199'))), ESMS_ONLY('duplicate 2', 'uncertain 2')),
	fault('The answer of eSMS is lost, then comes HTTP 429; the message was taken', lostThen({ status: 429 }), ESMS_ONLY('duplicate 2', 'uncertain 3')),
	step('The lock-out of CareSoft', answers('lost', json(caresoftAnswer('Domain incorrect too many times , retry after 15 minutes '), 404)), CARESOFT_ONLY('refused 1')),
	step('CareSoft does not know the token', answers('lost', json(caresoftAnswer('Unauthorized'), 401)), CARESOFT_ONLY('refused 1')),
	step('Zalo refuses with a code, e.g. -118', answers('lost', json({ error: -118, message: 'Zalo account not existed' })), ZALO_ONLY('refused 1')),
	step('Zalo refuses with a code that nobody knows', answers('lost', json({ error: -99998, message: 'Perhaps' })), ZALO_ONLY('refused 1')),
	step('Zalo refuses for now (-100)', answers('lost', json({ error: -100, message: 'Unknown error' })), { zalo: ['sent 2', 'retry 3'] }),
	step('HTTP 500 with the code -100 of Zalo; the message was taken', answers('taken', json({ error: -100, message: 'Unknown error' }, 500)), ZALO_ONLY('uncertain 1')),
	step('CareSoft refuses with words', answers('lost', json(caresoftAnswer('params is invalid'), 400)), CARESOFT_ONLY('refused 1')),
];

const redirects = ({ elsewhere }: Surroundings): Fault[] => [
	...[301, 302, 307, 308].map((status) => step(`HTTP ${status} to another host`, async (at) => await page('lost', status, { location: elsewhere() })(at), REFUSED)),
	step('HTTP 303 to another host; the message was taken', async (at) => await page('taken', 303, { location: elsewhere() })(at), UNCLEAR.taken),
];

const CLOCK: Fault[] = [3, -3].flatMap((hours) => {
	const jump = { beforeRequest: (n: number) => setClock(n % 2 === 0 ? 0 : hours) };
	const by = `${Math.abs(hours)} hours ${hours > 0 ? 'on' : 'back'}`;
	return [
		step(`The clock jumps ${by} before the message leaves`, spoils(() => ({})), all('sent 1'), jump),
		step(`The clock jumps ${by}, and to the right time before the repeat; the message was taken`, cuts('taken', reset), UNCLEAR.taken, jump),
	];
});

/** The whole matrix. */
export const chaptersOf = (surroundings: Surroundings): Chapter[] => [
	{ title: 'No connection', about: 'A port that does not speak TLS looks like an answer whose TLS breaks, so the node is careful there.', faults: noConnection(surroundings), inParallel: 16 },
	{ title: 'The connection breaks', faults: BROKEN, inParallel: 16 },
	{ title: 'Too late', faults: TIME, inParallel: 16, bodyMs: 3_000 },
	{ title: 'Pages of errors', faults: PAGES, inParallel: 16 },
	{ title: 'Answers that cannot be read', faults: UNREADABLE, inParallel: 16 },
	{ title: 'Answers that are too long', about: 'The node reads 20 MB of an answer and closes the connection.', faults: HUGE, inParallel: 4 },
	{ title: 'Limits and refusals', faults: LIMITS, inParallel: 16 },
	{ title: 'Redirects', about: 'No redirect is followed: the keys of your account would go along. The other host got no request.', faults: redirects(surroundings), inParallel: 16 },
	{ title: 'A clock that jumps', about: 'Pace and waiting go by a clock that nobody sets.', faults: CLOCK, inParallel: 1 },
];
