import fc from 'fast-check';
import { childText, parseXml } from '../../../sandbox/simulator/esms/xml.mjs';
import { busyClock, RUNAWAY_MS } from '../../support/processor.mjs';

/** Text as an XML writer of another kind escapes it: every character by its number. */
const escaped = (text: string) => Array.from(text, (character) => `&#${character.codePointAt(0) ?? 0};`).join('');

describe('the XML reader of the simulator', () => {
	it('reads nested elements, declarations, comments, CDATA, attributes and entities', () => {
		const root = parseXml(
			'<?xml version="1.0"?>\n<!-- a --><A x="1" y=\'2\'>\n<B>1 &lt; 2 &amp; &#51; &#x1F44D;</B><B/><C><![CDATA[<D> & ]]>e</C></A >\n',
		);
		expect(root).toMatchObject({ name: 'A', children: [{ text: '1 < 2 & 3 👍' }, { name: 'B', text: '' }, { name: 'C', text: '<D> & e' }] });
		expect(root && childText(root, 'B')).toBe('1 < 2 & 3 👍');
		expect(root && childText(root, 'Z')).toBe('');
	});

	it.each([
		'', ' ', 'a', '<a>', '</a>', '<a></b>', '<a><b></a></b>', '<a/><b/>', '<a/>x', '<a>&</a>', '<a>&nbsp;</a>', '<a>&#0;</a>',
		'<a>&#1114112;</a>', '<a x></a>', '<a x="<"></a>', '<a>\u0000</a>', '<1/>', '<!DOCTYPE a><a/>', '<a><![CDATA[</a>', '<!-- <a/>', '</a/>',
	])('refuses %j', (source) => {
		expect(parseXml(source)).toBeUndefined();
	});

	it('gives back any text that was escaped', () => {
		const text = fc.string({ unit: 'grapheme' });
		fc.assert(fc.property(text, (value) => expect(parseXml(`<a>${escaped(value)}</a>`)).toEqual({ name: 'a', text: value, children: [] })));
	});

	it('never throws and never takes long', () => {
		const piece = fc.constantFrom('<', '>', '/', 'a', ' ', '=', '"', '&', ';', '#', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<a>', '</a>');
		fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expect(() => parseXml(pieces.join(''))).not.toThrow()));
		for (const repeated of ['<a', '<a x="1"', '<', '&', '<!--', '<?', ' x="1"']) {
			const source = `<a${repeated.repeat(20_000)}`;
			const busy = busyClock();
			expect(parseXml(source)).toBeUndefined();
			expect(busy()).toBeLessThan(RUNAWAY_MS);
		}
	});
});
