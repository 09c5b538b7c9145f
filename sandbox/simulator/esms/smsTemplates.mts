/** A pattern of a registered SMS text: `{P1,20}` and `{P2,50}` stand for up to that many characters (esms.md 10.12). */
export function smsPattern(template: string): RegExp {
	// What distinguishes the kinds P1 and P2 is not documented; both take any text within their length.
	const source = template
		.split(/(\{P[12],\d+\})/)
		.map((part) => {
			const placeholder = /^\{P[12],(\d+)\}$/.exec(part);
			return placeholder ? `[\\s\\S]{1,${placeholder[1] ?? '1'}}` : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
		})
		.join('');
	return new RegExp(`^${source}$`, 'u');
}
