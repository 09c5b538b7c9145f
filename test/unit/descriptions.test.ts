import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { NODE_PAGES } from '../../tools/nodes/catalogue.mjs';

/** A field of a node with the names of what it stands in, e.g. `Esms > Options > Campaign`. */
interface Field {
	at: string;
	field: INodeProperties;
}

/** Kinds of fields that hold one value, which a person types or a model gives. */
const TYPED = ['string', 'number', 'boolean', 'dateTime', 'json'];

/** IDs of the portal and texts of which eSMS documents no example. */
const WITHOUT_EXAMPLE = ['recordingId', 'callTemplateId', 'button1', 'button2'];

/** From n8n's rules: small words stay small in Title Case, and some words have a case of their own. */
const SMALL = /^(?:a|an|and|as|at|by|for|from|if|in|into|not|of|on|or|per|the|through|to|up|via|with)$/;
const OWN_CASE = /^(?:eSMS|n8n|vs)$/;

const all: Field[] = NODE_PAGES.flatMap(({ folder, description }) => fieldsIn(description.properties, folder));
const typed = all.filter(({ field }) => TYPED.includes(field.type));
const choices = all.flatMap(({ at, field }) => (field.options ?? []).flatMap((option) => ('value' in option ? [{ at, option }] : [])));
const operations = all.filter(({ field }) => field.name === 'operation' && field.type === 'options');

function fieldsIn(fields: INodeProperties[], at: string): Field[] {
	return fields.flatMap((field) => {
		const here = `${at} > ${field.displayName}`;
		return [{ at: here, field }, ...(field.options ?? []).flatMap((option) => ('values' in option ? fieldsIn(option.values, here) : 'type' in option ? fieldsIn([option], here) : []))];
	});
}

const distinct = (lines: string[]) => [...new Set(lines)];
const sentences = (text: string) => text.replace(/\be\.g\. /g, '').split(/[.!?] /).length;

/** Title Case: every word starts with a capital but the small ones, which do at the start. */
function isTitleCase(name: string): boolean {
	return name.split(/[\s/(]+/).every((word, index) => word === '' || OWN_CASE.test(word) || (index > 0 && SMALL.test(word)) || !/^\p{Ll}/u.test(word));
}

it('looks at every field', () => {
	expect(all.length).toBeGreaterThan(200);
	expect(operations.length).toBeGreaterThan(15);
});

it('choices and entries of collections stand in alphabetical order', () => {
	const unordered = all.flatMap(({ at, field }) => {
		const names = (field.options ?? []).map((option) => ('displayName' in option ? option.displayName : option.name));
		const sorted = [...names].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' }));
		return names.join() === sorted.join() ? [] : [`${at}: ${names.join(', ')}`];
	});
	expect(distinct(unordered)).toEqual([]);
});

it('every operation says in the list of actions what it does', () => {
	const options = operations.flatMap(({ at, field }) => (field.options as INodePropertyOptions[]).map((option) => ({ at, option })));
	expect(options.filter(({ option }) => !option.action || !option.description).map(({ at, option }) => `${at}: ${option.name}`)).toEqual([]);
	const wording = options.flatMap(({ at, option: { action = '' } }) => (/^[A-Z]/.test(action) && !/\b(?:a|an|the)\b|\.$/i.test(action) && isSentenceCase(action) ? [] : [`${at}: ${action}`]));
	expect(distinct(wording)).toEqual([]);
});

/** Sentence case: after the first word capitals are for names only. */
function isSentenceCase(text: string): boolean {
	const names = text.replace(/Official Account|Zalo|Viber|CareSoft/g, '');
	return names.split(' ').slice(1).every((word) => !/^[A-Z][a-z]/.test(word));
}

it('no action of a node is named like another one', () => {
	for (const { folder, description } of NODE_PAGES) {
		const actions = actionsOf(description);
		expect([folder, actions.filter((action, index) => actions.indexOf(action) !== index)]).toEqual([folder, []]);
	}
});

function actionsOf({ properties }: INodeTypeDescription): string[] {
	return properties.filter(({ name }) => name === 'operation').flatMap(({ options = [] }) => (options as INodePropertyOptions[]).map(({ action = '' }) => action));
}

it('labels are in Title Case', () => {
	const labels = [...all.filter(({ field }) => field.type !== 'notice').map(({ at, field }) => [at, field.displayName] as const), ...choices.map(({ at, option }) => [at, option.name] as const)];
	const groups = all.flatMap(({ at, field }) => (field.options ?? []).flatMap((option) => ('values' in option ? [[at, (option as INodePropertyCollection).displayName] as const] : [])));
	expect(distinct([...labels, ...groups].filter(([, label]) => !isTitleCase(label)).map(([at, label]) => `${at}: ${label}`))).toEqual([]);
});

it('a description of one sentence has no period, one of several ends with it', () => {
	const texts = [...all.filter(({ field }) => field.type !== 'notice').map(({ at, field }) => [at, field.description] as const), ...choices.map(({ at, option }) => [`${at}: ${option.name}`, option.description] as const)];
	const wrong = texts.flatMap(([at, text]) => (text === undefined || text.endsWith('.') === sentences(text) > 1 ? [] : [`${at}: ${text}`]));
	expect(distinct(wrong)).toEqual([]);
});

it('every text field shows an example or has a default', () => {
	const bare = all.filter(({ field }) => field.type === 'string' && field.default === '' && !field.placeholder && !WITHOUT_EXAMPLE.includes(field.name));
	expect(distinct(bare.map(({ at }) => at))).toEqual([]);
	const wrong = typed.filter(({ field }) => field.placeholder !== undefined && !field.placeholder.startsWith('e.g. '));
	expect(distinct(wrong.map(({ at, field }) => `${at}: ${field.placeholder}`))).toEqual([]);
});

it('every field that a model may fill in says what it takes', () => {
	const silent = typed.filter(({ field }) => !field.description);
	expect(distinct(silent.map(({ at }) => at))).toEqual([]);
	const phones = typed.filter(({ field }) => field.type === 'string' && /^phone$/i.test(field.name));
	expect(phones.length).toBeGreaterThan(10);
	expect(distinct(phones.filter(({ field }) => !/mobile number/.test(field.description ?? '')).map(({ at }) => at))).toEqual([]);
});

it('a switch says whether', () => {
	const wrong = typed.filter(({ field }) => field.type === 'boolean' && !field.description?.startsWith('Whether '));
	expect(distinct(wrong.map(({ at }) => at))).toEqual([]);
});
