import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { nodeClasses } from '../../support/engine.mjs';

/** How libraries speak. */
const OF_A_LIBRARY = /invalid_|"path"|"code":|ZodError|Expected .*, received|Cannot read propert|is not a function|\[object |undefined/;

/** Names of parameters below a description, e.g. `templateParametersJson`. */
function namesIn(properties: INodeProperties[]): string[] {
	return properties.flatMap(({ name, options = [] }) => [
		name,
		...options.flatMap((option) => ('values' in option ? namesIn((option as INodePropertyCollection).values) : 'type' in option ? namesIn([option as INodeProperties]) : [])),
	]);
}

/** A name of one word is a word of ours, too. */
const INNER_NAMES = [...new Set(Object.values(nodeClasses).flatMap(({ description }) => namesIn(description.properties)))].filter((name) => /[a-z][A-Z]/.test(name));
const INNER = new RegExp(`\\b(?:${INNER_NAMES.join('|')})\\b`);

/** What stands in quotation marks is a value that somebody gave, or a form to write it in. */
const withoutQuoted = (text: string) => text.replace(/"[^]*?"(?=[\s,;:.]|$)/g, '""').replace(/\{\{[^]*?\}\}/g, '');

/** @returns what is wrong with the words of a failure; nothing where somebody without programming can read them */
export function faultsOf({ error, message }: IDataObject): string[] {
	const said = [String(error), String(message)];
	const words = said.map(withoutQuoted).join(' ');
	const sentences = said.join(' ').split(/(?<=[.!?])\s+/).map((sentence) => sentence.trim()).filter(Boolean);
	const faults: string[] = [];
	if (said.some((text) => text.trim() === '' || text === 'undefined')) faults.push('says nothing, or not what to do');
	if (OF_A_LIBRARY.test(words)) faults.push('speaks like a library');
	if (INNER.test(words)) faults.push(`names ${INNER.exec(words)?.[0]}`);
	if (new Set(sentences).size < sentences.length) faults.push('says a sentence twice');
	if (said.join(' ').length > 1000) faults.push('is too long to read');
	return faults.map((fault) => `${fault}: ${said.join(' | ')}`);
}
