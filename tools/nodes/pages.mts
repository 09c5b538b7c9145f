import { ZaloZnsCaresoftApi } from '../../credentials/ZaloZnsCaresoftApi.credentials';
import { ZaloZnsEsmsApi } from '../../credentials/ZaloZnsEsmsApi.credentials';
import { ZaloZnsOfficialAccountApi } from '../../credentials/ZaloZnsOfficialAccountApi.credentials';
import { anchorOf, table } from '../markdown.mjs';
import { NODE_PAGES, type NodePage, type Section } from './catalogue.mjs';
import { scopeOf } from './conditions.mjs';
import { FIELD_HEAD, noticesIn, rowsOf, sentence, type FieldRow } from './fields.mjs';
import { outputOf } from './outputs.mjs';

const MADE = '<!-- Made by `npm run docs` from the descriptions of the nodes. Edit them there. -->';

/** What people call each credential. */
const CREDENTIALS = new Map([new ZaloZnsCaresoftApi(), new ZaloZnsEsmsApi(), new ZaloZnsOfficialAccountApi()].map(({ name, displayName }) => [name, displayName]));

/** From how many operations on a field is described once for all of them. */
const SEVERAL = 3;
const SHARED = 'Fields of several operations';

/** @returns the text of the page of a node */
export function nodePage(page: NodePage): string {
	const { description, sections } = page;
	const scope = scopeOf([...description.properties, ...sections.flatMap(({ fields }) => fields)]);
	const rows = new Map(sections.map((section) => [section, rowsOf(section.fields, scope)]));
	const shared = rowsOfSeveral([...rows.values()]);
	const parts = [
		MADE,
		`# ${description.displayName}`,
		sentence(description.description),
		facts(page),
		...outputOf(page, page.schema),
		...sections.flatMap((section, at) => [
			...(section.resource !== undefined && section.resource !== sections[at - 1]?.resource ? [`## ${section.resource}`] : []),
			...sectionText(page, section, rows.get(section) ?? [], shared),
		]),
		...(page.extra ?? []),
		...(shared.size > 0 ? [`## ${SHARED}`, table(FIELD_HEAD, [...shared.values()])] : []),
	];
	return `${parts.join('\n\n')}\n`;
}

/** @returns the text of docs/nodes/README.md */
export function nodesIndex(): string {
	const rows = NODE_PAGES.flatMap(({ file, description, sections }) => [
		[`**[${description.displayName}](${file}.md)**`, description.description],
		...sections
			.filter(({ action }) => action !== undefined)
			.map(({ title, description: what }) => [`[${title}](${file}.md#${anchorOf(title)})`, what]),
	]);
	return `${[
		MADE,
		'# The nodes, field by field',
		'Made from what the editor shows. The [README](../../README.md) introduces each node with an example; [api.md](../api.md) names the call of the provider behind each operation.',
		table(['Node or operation', 'What it does'], rows),
	].join('\n\n')}\n`;
}

/** The rows that stand in several sections, by their text. */
function rowsOfSeveral(sections: FieldRow[][]): Map<string, FieldRow> {
	const counts = new Map<string, number>();
	for (const row of sections.flatMap(distinct)) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
	return new Map(sections.flat().flatMap((row) => ((counts.get(keyOf(row)) ?? 0) >= SEVERAL ? [[keyOf(row), row]] : [])));
}

function distinct(rows: FieldRow[]): FieldRow[] {
	return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

function keyOf(row: FieldRow): string {
	return JSON.stringify(row);
}

function sectionText(page: NodePage, section: Section, rows: FieldRow[], shared: Map<string, FieldRow>): string[] {
	const own = rows.filter((row) => !shared.has(keyOf(row)));
	const others = rows.filter((row) => shared.has(keyOf(row))).map(([name]) => name.replace(' (required)', '').replaceAll('**', '*'));
	return [
		`${section.resource === undefined ? '##' : '###'} ${section.title}`,
		`${sentence(section.description)}${section.action === undefined ? '' : ` In the panel of nodes: *${section.action}*.`}`,
		...noticesIn(section.fields).map((notice) => `> ${notice}`),
		...(own.length > 0 ? [table(FIELD_HEAD, own)] : []),
		...(others.length > 0 ? [`${own.length > 0 ? 'Also' : 'Fields'}: ${others.join(', ')} ([described below](#${anchorOf(SHARED)})).`] : []),
		...(section.schema === undefined ? [] : outputOf(page, section.schema)),
	];
}

/** What the description says of the node as a whole. */
function facts({ description }: NodePage): string {
	const credentials = (description.credentials ?? []).map(({ name }) => CREDENTIALS.get(name) ?? name);
	const outputs = description.outputNames;
	return [
		`- Credential: ${credentials.join(' or ')}`,
		...(outputs ? [`- Outputs: ${outputs.map((name) => `*${name}*`).join(', ')}`] : []),
		...(description.usableAsTool ? ['- Can be a tool of an AI agent'] : []),
	].join('\n');
}
