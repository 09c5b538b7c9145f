import type { ExpressionString } from 'n8n-workflow';
import type { Resource } from './operations';
import { isWaiting } from './waiting/isWaiting';

/** Before the words, because the canvas cuts the line after some 28 characters. */
const PREVIEW = '($parameter["previewOnly"] ? "Preview: " : "")';

const WAITS = `(${isWaiting} ? ", waits" : "")`;

/**
 * @param words expression for what the node is set to do
 * @returns the line below the name of a node on the canvas, which also tells whether it sends at all and goes on at once
 */
export function subtitle(words: string): ExpressionString {
	return `={{ ${PREVIEW} + ${words} + ${WAITS} }}`;
}

/** @returns a subtitle that names the operation as the list of actions does, e.g. `Send SMS` */
export function operationSubtitle(resources: Resource[]): ExpressionString {
	// Flat: two closing braces in a row would end the expression.
	const actions = resources.flatMap(({ option: resource, operations }) =>
		operations.map(({ option }) => [`${resource.value} ${option.value}`, option.action] as const),
	);
	return subtitle(`(${JSON.stringify(Object.fromEntries(actions))}[$parameter["resource"] + " " + $parameter["operation"]] || "")`);
}
