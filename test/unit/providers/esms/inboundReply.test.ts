import fc from 'fast-check';
import { clientResponse } from '../../../../nodes/providers/esms/inboundReply';
import { childText, parseXml } from '../../../../sandbox/simulator/esms/xml.mjs';

const reply = (text: string, own: object = {}) => clientResponse({ messageId: '1001', sender: '84901888484', text, ...own });
const childrenOf = (xml: string) => {
	const root = parseXml(xml);
	return root && [root.name, ...root.children.map(({ name }) => [name, childText(root, name)])];
};

it('answers in the documented form, with the tag closed that the page misspells', () => {
	expect(reply('Cảm ơn bạn')).toBe(
		'<ClientResponse><Message>Cảm ơn bạn</Message><Smsid>1001</Smsid><Receiver>84901888484</Receiver></ClientResponse>',
	);
});

it('an empty text is an empty message', () => {
	expect(reply('')).toContain('<Message></Message>');
});

it('escapes what means something in XML, so that no text adds elements', () => {
	expect(reply(`A & B <b>"x"</b> 'y' ]]>`)).toContain('<Message>A &amp; B &lt;b&gt;&quot;x&quot;&lt;/b&gt; &apos;y&apos; ]]&gt;</Message>');
	const injected = reply('</Message><Receiver>0909</Receiver>', { messageId: '</Smsid><Receiver>0908</Receiver>' });
	expect(childrenOf(injected)).toEqual([
		'ClientResponse',
		['Message', '</Message><Receiver>0909</Receiver>'],
		['Smsid', '</Smsid><Receiver>0908</Receiver>'],
		['Receiver', '84901888484'],
	]);
});

it('removes control characters and what XML forbids; lines, tabs and emoji stay', () => {
	expect(reply('a\u0000\u0007\u001Bb\r\nc\td\u007F\u0085\uFFFE\uD800e 🎫')).toContain('<Message>ab\nc\tde 🎫</Message>');
});

it('gives the text in NFC', () => {
	expect(reply('Đà Nẵng'.normalize('NFD'))).toContain(`<Message>${'Đà Nẵng'.normalize('NFC')}</Message>`);
});

it('is well-formed whatever it is made of, and says no more than its three elements', () => {
	const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('<', '&amp;', ']]>', '<!--', '<![CDATA[', '\uDFFF'));
	fc.assert(
		fc.property(text, text, text, (messageId, sender, message) => {
			const root = parseXml(clientResponse({ messageId, sender, text: message }));
			expect([root?.name, ...(root?.children ?? []).map(({ name }) => name)]).toEqual(['ClientResponse', 'Message', 'Smsid', 'Receiver']);
		}),
		{ numRuns: 500 },
	);
});

it('a text without control characters arrives as it was given', () => {
	const printable = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{C}/gu, '').normalize('NFC'));
	fc.assert(
		fc.property(printable, (text) => {
			const root = parseXml(reply(text));
			expect(root && childText(root, 'Message')).toBe(text);
		}),
	);
});
