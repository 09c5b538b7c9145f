import type { INodeProperties } from 'n8n-workflow';
import type { Item } from './item';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** What a reading call gives: our fields, and the untouched row of the provider under `raw`. */
export interface Simplified {
	raw: Record<string, unknown>;
}

/** @returns what makes of a row our fields where Simplify is on, and the untouched row of the provider where it is off */
export function simplifierOf(item: Item): (row: Simplified) => object {
	const simplify = item.isOn(simplifyField, true);
	return ({ raw, ...fields }) => (simplify ? fields : raw);
}

/** @returns our fields of each row where Simplify is on, the untouched rows of the provider where it is off */
export function simplified(item: Item, rows: Simplified[]): object[] {
	return rows.map(simplifierOf(item));
}
