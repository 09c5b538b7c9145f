const NAMED: Readonly<Record<string, string>> = {
	amp: '&', apos: "'", bull: '•', gt: '>', hellip: '…', ldquo: '“', lsquo: '‘', lt: '<', mdash: '—', middot: '·', nbsp: '\u00a0', ndash: '–', quot: '"', rdquo: '”', rsquo: '’',
};

/** Marks that letters of Vietnamese carry in named references such as `&agrave;`. */
const MARKS: Readonly<Record<string, string>> = { grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' };

/** @returns the text with its character references read; one that is not known stays as it is */
export function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name === undefined) return fromCode(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
		const mark = MARKS[name.slice(1)];
		return NAMED[name] ?? (mark === undefined ? whole : `${name.charAt(0)}${mark}`.normalize('NFC'));
	});
}

function fromCode(code: number): string | undefined {
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
