import { pass } from '../domain/checked';
import { templateText } from '../domain/templateValue';
import { quote } from '../domain/text';
import type { Field, Item } from '../shared/fields/item';
import { jsonObject } from '../shared/fields/kinds/jsonObject';
import type { Kind } from '../shared/fields/kinds/kind';
import { text } from '../shared/fields/kinds/text';
import { readRows } from '../shared/fields/rows';
import type { Run } from '../shared/run/run';

const specifyField = { name: 'specifyScenarioParameters', displayName: 'Specify Parameters' };
const rowsField = { name: 'scenarioParameters', displayName: 'Scenario Parameters' };
const jsonField = { name: 'scenarioParametersJson', displayName: 'Scenario Parameters (JSON)' };

/** What is said of a form or an object that holds nothing: it means the same as none, but nobody may find that out from a customer. */
const leftToCareSoft = ({ displayName }: Field, one: string): string =>
	`'${displayName}' has no ${one}, so CareSoft fills in the parameters by itself, as the scenario says. Add a ${one} for each to fill it in here, or set 'Specify Parameters' to 'By CareSoft' if that is what you want.`;

/**
 * @returns the parameters of an item by name; undefined leaves them to CareSoft
 * @throws Refusal where one has no name or no value, or stands there twice
 */
export function readScenarioParameters(run: Run, item: Item): Record<string, string> | undefined {
	const by = item.choice(specifyField, ['none', 'fields', 'json']);
	if (by === 'none') return undefined;
	const given = by === 'json' ? fromJson(item) : fromRows(item);
	if (given.length > 0) return toTexts(item, given);
	run.pointOut(by === 'json' ? leftToCareSoft(jsonField, 'member') : leftToCareSoft(rowsField, 'row'));
	return undefined;
}

interface GivenParameter {
	name: string | undefined;
	value: unknown;
	/** What messages call the value. */
	label: string;
}

function fromJson(item: Item): GivenParameter[] {
	const given = Object.entries(item.required(jsonField, jsonObject));
	return given.map(([name, value]) => ({ name: item.reading(jsonField, name, text), value, label: `${jsonField.displayName}: ${quote(name)}` }));
}

function fromRows(item: Item): GivenParameter[] {
	const rows = readRows(item, rowsField, 'parameter', { name: { displayName: 'Name', kind: text }, value: { displayName: 'Value', kind: asGiven } });
	return rows.map((row, at) => ({ ...row, label: `${rowsField.displayName} ${at + 1}: Value` }));
}

/** The name of a parameter tells how its value is read. */
const asGiven: Kind<unknown> = pass;

/** @returns a reader of a value that goes into a ZNS: its template is as strict behind a scenario (zalo.md 4.3) */
const valueOf = (name: string): Kind<string> => (given) => templateText({ name, kind: 'text' }, given);

function toTexts(item: Item, parameters: GivenParameter[]): Record<string, string> {
	const refuse = (fault: string) => item.refuse(`Scenario Parameters: ${fault}`, "Correct 'Scenario Parameters' for this item.");
	const texts = new Map<string, string>();
	for (const { name, value, label } of parameters) {
		if (name === undefined) throw refuse('a parameter has no name');
		if (texts.has(name)) throw refuse(`${quote(name)} is given twice`);
		const read = item.reading({ name: rowsField.name, displayName: label }, value, valueOf(name));
		if (read === undefined) throw refuse(`${quote(name)} is empty`);
		texts.set(name, read);
	}
	return Object.fromEntries(texts);
}
