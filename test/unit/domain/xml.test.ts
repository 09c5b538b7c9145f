import fc from 'fast-check';
import { parseXml } from '../../../sandbox/simulator/esms/xml.mjs';
import { escapeXml } from '../../../nodes/domain/xml';

it.each([
	['Giảm giá < 20% & "hơn"', 'Giảm giá &lt; 20% &amp; &quot;hơn&quot;'],
	["l'été", 'l&apos;été'],
	['a\r\nb\tc', 'a&#13;\nb\tc'],
	['\u0000a\u0008b\uFFFFc', 'abc'],
	['🎉', '🎉'],
	['\uD83C', ''],
	['&amp;', '&amp;amp;'],
])('%j becomes %j', (text, escaped) => {
	expect(escapeXml(text)).toBe(escaped);
});

it('is read back by an XML parser as it was, but for characters that XML cannot hold', () => {
	const character = fc.string({ unit: 'binary' });
	fc.assert(
		fc.property(character, (text) => {
			const held = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
			expect(parseXml(`<A>${escapeXml(text)}</A>`)?.text).toBe(held);
		}),
	);
});
