import { decodeEntities } from './entities';
import { element, KEPT_TAGS, type Html, type KeptTag, type LookClass, type Part } from './html';

/** Elements whose text is none to read. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'noscript', 'template', 'textarea', 'iframe', 'svg', 'math', 'object']);

/** Deeper tags are dropped; their text stays. */
const MAX_DEPTH = 50;

const TAG_NAME = /<(\/?)([a-z][a-z0-9]*)/iy;
const TAG_REST = /(?:"[^"]*"|'[^']*'|[^"'>])*>/y;

interface Open {
	tag: KeptTag | undefined;
	classes: LookClass[];
	children: Part[];
}

/**
 * Reads the HTML body of a template (esms.md 10.10) and keeps what shapes its text: blocks, tables, lists, bold
 * and alignment. Everything else is left out: attributes, links, pictures, scripts.
 *
 * @param fill makes the parts of a piece of text; it gets the text after its character references were read
 */
export function templateContent(source: string, fill: (text: string) => Part): Html {
	const stack: Open[] = [{ tag: undefined, classes: [], children: [] }];
	const top = () => stack[stack.length - 1] as Open;
	const close = () => {
		const { tag, classes, children } = stack.pop() as Open;
		if (tag) top().children.push(element(tag, classes, children));
	};
	for (const piece of pieces(source)) {
		if ('text' in piece) top().children.push(fill(decodeEntities(piece.text)));
		else if (piece.tag === 'br') top().children.push(element('br', [], []));
		else if (piece.closes) {
			// A stray closing tag may not end what is around the content.
			if (stack.some(({ tag }) => tag === piece.tag)) while (top().tag !== piece.tag) close();
			if (top().tag === piece.tag) close();
		} else if (stack.length <= MAX_DEPTH) stack.push({ tag: piece.tag, classes: classesOf(piece.attributes), children: [] });
	}
	while (stack.length > 1) close();
	return element('div', [], top().children);
}

type Piece = { text: string } | { tag: KeptTag; closes: boolean; attributes: string };

/** Cuts HTML into its texts and the tags that are kept; a tag or comment that never ends takes the rest with it, as in a browser. */
function* pieces(source: string): Generator<Piece> {
	let at = 0;
	while (at < source.length) {
		const open = source.indexOf('<', at);
		if (open !== at) yield { text: source.slice(at, open < 0 ? undefined : open) };
		if (open < 0) return;
		TAG_NAME.lastIndex = open;
		const [start = '', slash = '', name = ''] = TAG_NAME.exec(source) ?? [];
		if (start === '') {
			const end = /[!?/]/.test(source.charAt(open + 1)) ? endOfMarkup(source, open) : open + 1;
			if (end === open + 1) yield { text: '<' };
			at = end;
			continue;
		}
		TAG_REST.lastIndex = open + start.length;
		const [rest] = TAG_REST.exec(source) ?? [];
		if (rest === undefined) return;
		at = open + start.length + rest.length;
		const tag = name.toLowerCase();
		if (slash === '' && SILENT.has(tag)) at = endOfSilence(source, at, tag);
		else if (isKept(tag)) yield { tag, closes: slash !== '', attributes: rest };
	}
}

/** @returns where a comment or declaration ends */
function endOfMarkup(source: string, open: number): number {
	const ending = source.startsWith('<!--', open) ? '-->' : '>';
	const end = source.indexOf(ending, open + 2);
	return end < 0 ? source.length : end + ending.length;
}

/** @returns where an element ends whose text is none to read */
function endOfSilence(source: string, from: number, tag: string): number {
	const closing = new RegExp(`</${tag}\\b`, 'gi');
	closing.lastIndex = from;
	const end = closing.exec(source) ? source.indexOf('>', closing.lastIndex) : -1;
	return end < 0 ? source.length : end + 1;
}

function isKept(tag: string): tag is KeptTag {
	return (KEPT_TAGS as readonly string[]).includes(tag);
}

function classesOf(attributes: string): LookClass[] {
	const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
	const [, double, single] = style ?? [];
	const [, align] = /(?:^|[;\s])text-align\s*:\s*(center|right)\b/i.exec(double ?? single ?? '') ?? [];
	const bold = /(?:^|[;\s])font-weight\s*:\s*(?:bold|[6-9]00)\b/i.test(double ?? single ?? '');
	return [...(bold ? ['bold' as const] : []), ...(align ? [align.toLowerCase() as 'center' | 'right'] : [])];
}
