import type { EsmsSettings } from '../settings.mjs';
import { templateProblem, type ZnsTemplate } from '../zalo/templates.mjs';

/** The values of a template's parameters, or what is wrong with them. */
export type ZnsValues = { values: Record<string, string> } | { problem: string };

/** TempData as strings: it must be an object of name and value (esms.md 3.1). */
export function namedValues(data: unknown, template: ZnsTemplate, settings: EsmsSettings): ZnsValues {
	const given = data ?? {};
	if (typeof given !== 'object' || Array.isArray(given)) return { problem: 'TempData is not an object' };
	const read = readValues(Object.entries(given), settings);
	if ('problem' in read) return read;
	if (settings.tempDataExtraKeys === 'refuse') {
		const extra = Object.keys(read.values).find((name) => !template.parameters.some((parameter) => parameter.name === name));
		if (extra !== undefined) return { problem: `${extra} is not a parameter of the template` };
	}
	return checked(read.values, template);
}

/** Params in the order of the template: exactly one value for each parameter (esms.md 3.4, 3.6). */
export function positionalValues(params: unknown, template: ZnsTemplate, settings: EsmsSettings): ZnsValues {
	const given: unknown = params ?? [];
	if (!Array.isArray(given)) return { problem: 'Params is not an array' };
	const { parameters } = template;
	if (given.length !== parameters.length) {
		return { problem: `Params has ${given.length} values, the template has ${parameters.length} parameters` };
	}
	const read = readValues(
		parameters.map(({ name }, index): [string, unknown] => [name, given[index]]),
		settings,
	);
	return 'problem' in read ? read : checked(read.values, template);
}

function readValues(entries: ReadonlyArray<[string, unknown]>, settings: EsmsSettings): ZnsValues {
	// Without a prototype, a parameter may be called anything.
	const values = Object.create(null) as Record<string, string>;
	for (const [name, value] of entries) {
		if (typeof value === 'string') values[name] = value;
		else if (settings.tempDataNonString === 'accept') values[name] = String(value);
		else return { problem: `${name} is not a string` };
	}
	return { values };
}

function checked(values: Record<string, string>, template: ZnsTemplate): ZnsValues {
	const problem = templateProblem(template.parameters, values);
	return problem === undefined ? { values } : { problem };
}
