/** One step of a path: a name behind a dot, or a place of a list or a name in brackets, each as JavaScript writes it. */
const STEP = /(?:(?:^|\??\.)([\p{L}\p{M}\p{N}_-]+)|(?:\?\.)?\[\s*(?:(\d+)|"([^"\\]+)"|'([^'\\]+)')\s*\])/uy;

/**
 * Reads a path into nested data: `ticket.comments[0].state`, also `ticket.comments.0.state` and `ticket["comments"][0]?.state`.
 *
 * @returns the names in their order, a place of a list by its number; undefined where the text is no path
 */
export function stepsOf(path: string): string[] | undefined {
	const steps: string[] = [];
	let end = 0;
	while (end < path.length) {
		STEP.lastIndex = end;
		const [whole, ...names] = STEP.exec(path) ?? [];
		const name = names.find((one) => one !== undefined);
		if (whole === undefined || name === undefined) return undefined;
		steps.push(name);
		end += whole.length;
	}
	return steps.length > 0 ? steps : undefined;
}

/** @returns the path in one spelling, for a message */
export function pathText(steps: readonly string[]): string {
	return steps.reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`), '');
}
