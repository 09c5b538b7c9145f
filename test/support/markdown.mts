import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { anchorOf } from '../../tools/markdown.mjs';
import { listAll, readText } from './files.mjs';

/** A page of Markdown, taken apart. */
export interface Page {
	path: string;
	text: string;
	/** Without the blocks of code. */
	prose: string;
	/** Blocks of code by their language. */
	code: Array<{ language: string; text: string }>;
}

const BLOCK = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** @returns every page that people read: those at the top, and all below docs/ */
export function allPages(): Page[] {
	const top = ['README.md', 'HUONG-DAN.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'bench/results.md'];
	return [...top, ...listAll('docs').filter((path) => path.endsWith('.md'))].map(pageAt);
}

/** @returns the page in a file of the project */
export function pageAt(path: string): Page {
	const text = readText(path);
	const code = [...text.matchAll(BLOCK)].map(([, language = '', block = '']) => ({ language, text: block }));
	return { path, text, prose: text.replace(BLOCK, ''), code };
}

/** @returns the targets of all links and pictures of a page */
export function targetsOf({ prose }: Page): string[] {
	return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
}

/** @returns the anchors of the headings of a page, as GitHub makes them */
export function anchorsOf({ prose }: Page): Set<string> {
	const anchors = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')));
	return new Set(anchors.map((anchor, at) => withNumber(anchor, anchors.slice(0, at))));
}

/** The second heading of a name has a number behind its anchor. */
function withNumber(anchor: string, before: string[]): string {
	const same = before.filter((other) => other === anchor).length;
	return same === 0 ? anchor : `${anchor}-${same}`;
}

/** @returns the file of the project that a link leads to */
export function fileOf(from: string, target: string): string {
	const [path = ''] = target.split('#');
	return path === '' ? from : posix.join(posix.dirname(from), decodeURI(path));
}

/** @returns what is wrong with a link from a page; undefined where it leads somewhere */
export function faultOf(from: string, target: string): string | undefined {
	const file = fileOf(from, target);
	const [, anchor] = target.split('#');
	if (!existsSync(file)) return `${from}: there is no ${target}`;
	if (anchor === undefined || anchorsOf(pageAt(file)).has(decodeURI(anchor))) return undefined;
	return `${from}: ${file} has no heading #${anchor}`;
}
