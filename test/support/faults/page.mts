import { table } from '../../../tools/markdown.mjs';
import type { Outcome } from './cell.mjs';
import { PATHS, type Kind, type Path } from './paths.mjs';

/** What one path made of one fault. */
export interface Row {
	what: string;
	path: Path;
	/** Where only the first request met the fault. */
	once: Outcome;
	/** Where every request met it. */
	always: Outcome;
	/** Rules that the runs broke. */
	broken: string[];
}

interface PageChapter {
	title: string;
	about: string | undefined;
	rows: Row[];
}

const KINDS: Record<Kind, string> = { esms: 'eSMS', withoutId: 'eSMS without a request ID', caresoft: 'CareSoft', zalo: 'Zalo', read: 'What is read before' };
const TIMES = ['', 'one request', '2 requests', '3 requests'];

/** @returns the text of docs/faults.md, made from what the tests saw */
export function faultsPage(chapters: PageChapter[]): string {
	return `${[
		'<!-- Made by `npm run docs:faults` from what the tests in test/engine/faults see. -->',
		'# What happens when a provider or the network fails',
		'A request is repeated only where a repeat cannot send twice: where it never reached the provider or was clearly refused for now, and where it carries a request ID, by which eSMS recognizes it. Where the message may be out and a repeat could be a second one, the node asks no more and says that it is **not known** whether the message was sent. It never says *sent* of a message that was not, nor *not sent* of one that was.',
		'Each line was run on the engine of n8n against a simulator of the provider, twice: with the fault in the first request only, and with the fault in every request. The messages are those that the simulator really sent.',
		countsOf(chapters),
		[
			`- **eSMS** stands for ${list(names('esms'))}, each with a request ID as by default; **eSMS without a request ID** for the option *Request ID: None*; **CareSoft** for its ZNS and SMS and **Zalo** for a ZNS straight through an Official Account, which know no such ID; **What is read before** for the template of a ZNS: nothing has been sent when that cannot be read, so it is asked for again.`,
			'- **sent** is a receipt. **sent (duplicate)** is one whose `status` is `duplicate`: eSMS refused the repeat because it had the request ID before. eSMS does not document whether a request that it refuses uses up its ID, too; if it does, a duplicate whose first answer was lost can also be a message that was refused.',
			'- **not sent** may simply be sent again (`details.retryable`); **refused** needs something to be changed first.',
			'- **not known** has the class `uncertain`: look the message up before you send it again. Where it carries a request ID, running the same workflow again is safe for 24 hours.',
			'- The last column is the title that you see where the fault goes on; … is the name of the provider. [failures.md](failures.md) says what to do.',
		].join('\n'),
		...chapters.flatMap(({ title, about, rows }) => [
			`## ${title}`,
			...(about ? [about] : []),
			table(['What happens', 'Through', 'Once', 'Every time', 'What you see then'], linesOf(rows)),
		]),
	].join('\n\n')}\n`;
}

/** What all of it came to. */
function countsOf(chapters: PageChapter[]): string {
	const rows = chapters.flatMap((chapter) => chapter.rows);
	const outcomes = rows.flatMap(({ once, always }) => [once, always]);
	const faults = new Set(chapters.flatMap(({ title, rows: own }) => own.map(({ what }) => `${title}: ${what}`)));
	const count = (fits: (outcome: Outcome) => boolean) => outcomes.filter(fits).length;
	const isSent = ({ said }: Outcome) => said === 'sent' || said === 'duplicate';
	const isNot = ({ said }: Outcome) => said === 'retry' || said === 'refused';
	return [
		`**Counted:** ${faults.size} faults on ${PATHS.length} paths, ${outcomes.length} outcomes: ${count(isSent)} with a receipt, ${count(isNot)} not sent or refused, ${count(({ said }) => said === 'uncertain')} not known.`,
		`Messages sent twice: ${count(({ messages }) => messages > 1)}. Called sent, but were not: ${count((outcome) => isSent(outcome) && outcome.messages === 0)}. Called not sent or refused, but were sent: ${count((outcome) => isNot(outcome) && outcome.messages > 0)}.`,
	].join(' ');
}

function linesOf(rows: Row[]): string[][] {
	const faults = [...new Set(rows.map(({ what }) => what))];
	return faults.flatMap((what) => {
		const groups = new Map<string, { cells: string[]; paths: Path[] }>();
		for (const { path, once, always } of rows.filter((row) => row.what === what)) {
			const cells = [wordsFor(once), wordsFor(always), always.said === 'sent' || always.said === 'duplicate' ? 'a receipt' : always.title.replace(/\b(eSMS|CareSoft|Zalo)\b/g, '…')];
			const group = groups.get(cells.join()) ?? { cells, paths: [] };
			group.paths.push(path);
			groups.set(cells.join(), group);
		}
		return [...groups.values()].map(({ cells, paths }, at) => [at === 0 ? what : '', through(paths), ...cells]);
	});
}

function wordsFor({ said, asked, messages }: Outcome): string {
	const sent = messages === 1 ? '1 message' : `${messages} messages`;
	const words = { sent: 'sent', duplicate: 'sent (duplicate)', uncertain: '**not known**', retry: 'not sent', refused: 'refused' }[said];
	return `${words}, ${TIMES[asked] ?? `${asked} requests`}, ${sent}`;
}

function through(paths: Path[]): string {
	if (paths.length === PATHS.length) return 'all';
	const whole = (Object.keys(KINDS) as Kind[]).filter((kind) => names(kind).every((name) => paths.some((path) => path.name === name)));
	const rest = paths.filter(({ kind }) => !whole.includes(kind)).map(({ name }) => name);
	return [...whole.map((kind) => KINDS[kind]), ...rest].join(', ');
}

function names(kind: Kind): string[] {
	return PATHS.filter((path) => path.kind === kind).map(({ name }) => name);
}

function list(words: string[]): string {
	return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
