import pLimit from 'p-limit';
import { startSimulator } from '../../../sandbox/simulator/index.mjs';
import { runCell, type Ground, type Outcome } from '../../support/faults/cell.mjs';
import { createAuthority } from '../../support/faults/certificates.mjs';
import { realNow, setClock } from '../../support/faults/clock.mjs';
import { answerNames } from '../../support/faults/names.mjs';
import { faultsPage, type Row } from '../../support/faults/page.mjs';
import { PATHS, type Path } from '../../support/faults/paths.mjs';
import { quickWaits } from '../../support/quickWaits.mjs';
import { startElsewhere, trust } from '../../support/faults/surroundings.mjs';
import { checkDocsFile } from '../../../tools/docsFile.mjs';
import { chaptersOf, type Fault } from './list.mjs';

quickWaits();
const authority = createAuthority('Root of the tests');
const elsewhere = startElsewhere();
let bodyMs = 30_000;
let ground: Ground;

beforeAll(async () => {
	const simulator = await startSimulator({ caresoft: { limits: { perSecond: 10_000, perHour: 10_000_000 } }, esms: { balance: 1_000_000_000 } }, { clock: realNow });
	ground = { simulator, good: authority.issue('127.0.0.1', [-1, 1]) };
	answerNames();
	trust(authority.cert);
	// The time for the body of an answer.
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms === 30_000 ? bodyMs : ms));
});
afterEach(() => setClock(0));
afterAll(async () => {
	jest.restoreAllMocks();
	elsewhere.close();
	await ground.simulator.close();
});

const chapters = chaptersOf({
	authority,
	stranger: createAuthority('A root that nobody knows'),
	elsewhere: elsewhere.url,
});

/** @returns which of the rules that hold whatever happens were broken */
function brokenRules({ said, title, advice, asked: requests, arrived, messages }: Outcome): string[] {
	const sent = said === 'sent' || said === 'duplicate';
	const uncertain = title.startsWith('It is not known whether the message was sent');
	const rules: Record<string, boolean> = {
		[`${messages} messages for one`]: messages > 1,
		'called sent, but was not': sent && messages === 0,
		'called not sent, but was': (said === 'retry' || said === 'refused') && messages > 0,
		[`${said}, but the title is "${title}"`]: (said === 'uncertain') !== uncertain,
		[`uncertain, but the advice is "${advice}"`]: uncertain && !/may have been sent/.test(advice),
		[`asked ${requests} times`]: requests > 3,
		[`${arrived} requests arrived`]: arrived > requests,
	};
	return Object.keys(rules).filter((rule) => rules[rule]);
}

async function rowOf(fault: Fault, path: Path): Promise<Row> {
	const { trouble, timeoutMs, beforeRequest } = fault;
	const cell = { path, timeoutMs, beforeRequest };
	const [once, always, stopped] = await Promise.all([
		runCell(ground, { ...cell, trouble: trouble(), once: true }),
		runCell(ground, { ...cell, trouble: trouble() }),
		runCell(ground, { ...cell, trouble: trouble(), onError: 'stopWorkflow' }),
	]);
	const broken = [once, always].flatMap(brokenRules);
	// The user reads the same whichever way the error is handled.
	if (stopped.title !== always.title || stopped.messages !== always.messages) broken.push(`as an error it is "${stopped.title}" with ${stopped.messages} messages`);
	return { what: fault.what, path, once, always, broken };
}

const short = ({ said, asked: requests }: Outcome): string => `${said} ${requests}`;
const rows = new Map<string, Row[]>();

describe.each(chapters)('$title', ({ title, faults, inParallel, ...chapter }) => {
	it('goes as it is written down', async () => {
		bodyMs = chapter.bodyMs ?? 30_000;
		const limit = pLimit(inParallel);
		const cells = faults.flatMap((fault) => PATHS.filter(({ kind }) => fault.expected[kind]).map((path) => ({ fault, path })));
		const met = await Promise.all(cells.map(async ({ fault, path }) => await limit(rowOf, fault, path)));
		const line = ({ what, path }: Pick<Row, 'what' | 'path'>, saw: readonly string[] = []) => `${what} | ${path.name}: ${saw.join(', ')}`;
		expect(met.map((row) => line(row, [short(row.once), short(row.always), ...row.broken]))).toEqual(
			cells.map(({ fault: { what, expected, except = {} }, path }) => line({ what, path }, except[path.name] ?? expected[path.kind])),
		);
		rows.set(title, met);
	}, 1_200_000);
});

it('no redirect was followed', () => {
	expect(elsewhere.asked()).toBe(0);
});

it('docs/faults.md says what was seen', () => {
	// A page with holes must not be written.
	expect([...rows.keys()]).toEqual(chapters.map(({ title }) => title));
	const seen = chapters.map(({ title, about }) => ({ title, about, rows: rows.get(title) ?? [] }));
	checkDocsFile('docs/faults.md', faultsPage(seen), 'npm run docs:faults');
});
