/** @param {number[]} values */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A number with so many significant digits, and thousands set apart. */
export function show(value, digits = 3) {
	if (!Number.isFinite(value)) return '-';
	return Number(value.toPrecision(digits)).toLocaleString('en-US', { maximumSignificantDigits: Math.max(digits, 1) });
}

/** A table of Markdown. */
export function table(head, rows) {
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
