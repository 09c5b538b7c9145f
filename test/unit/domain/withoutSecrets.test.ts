import fc from 'fast-check';
import { withoutSecrets } from '../../../nodes/domain/withoutSecrets';
import { busyClock, RUNAWAY_MS } from '../../support/processor.mjs';

const SECRET = 'A+b/"<c>&d=1 ~é';

it.each([
	['plainly', SECRET],
	['in a URL', encodeURIComponent(SECRET)],
	['in a URL with small letters', 'A%2bb%2f%22%3cc%3e%26d%3d1%20~%c3%a9'],
	['in a form', 'A%2Bb%2F%22%3Cc%3E%26d%3D1+%7E%C3%A9'],
	['in JSON', String.raw`A+b/\"<c>&d=1 ~é`],
	['in JSON with slashes escaped', String.raw`A+b\/\"<c>&d=1 ~é`],
	['in JSON with all but letters escaped', String.raw`A\u002bb\u002F\u0022\u003cc\u003e\u0026d\u003D1\u0020~\u00e9`],
	['in JSON inside of JSON', String.raw`A+b\\\/\\\"<c>&d=1 ~\\u00E9`],
	['in a URL inside of a URL', encodeURIComponent(encodeURIComponent(SECRET))],
	['in a page', 'A+b/&quot;&lt;c&gt;&amp;d=1 ~é'],
	['in a page by numbers', 'A&#43;b&#x2F;&#34;&lt;c&#62;&amp;d&#061;1 ~&#xE9;'],
	['in a page inside of a page', 'A+b/&amp;quot;&amp;lt;c&amp;gt;&amp;amp;d=1 ~&amp;#233;'],
])('masks a secret that stands there %s', (_, spelling) => {
	expect(withoutSecrets(`before ${spelling}, ${spelling} after`, [SECRET])).toBe('before ***, *** after');
});

it('leaves nothing of a secret in which another one stands', () => {
	expect(withoutSecrets('key-of-mine, key-of-mine-and-more, new-key-of-mine', ['key-of-mine', 'key-of-mine-and-more', 'new-key-of-mine'])).toBe('***, ***, ***');
});

it('leaves alone what is no secret, and what is too short to be one', () => {
	expect(withoutSecrets('{"CodeResult":"100","a":"abc"}', ['', '  ', 'abc', 'another-key'])).toBe('{"CodeResult":"100","a":"abc"}');
});

it.each(['key of=mine', 'key+of+mine', 'key&of=mine', 'key&;of=mine', 'key+of&;mine', 'key%25of=mine', 'key-of-mine', 'key_u002bof=mine'])('leaves alone what only resembles a secret: %s', (text) => {
	expect(withoutSecrets(text, ['key+of=mine'])).toBe(text);
});

it('leaves JSON what it is', () => {
	const given = { before: '\\', after: `a\\${SECRET}"`, [SECRET]: [`${SECRET}\n`] };
	expect(JSON.parse(withoutSecrets(JSON.stringify(given), [SECRET]))).toEqual({ before: '\\', after: 'a\\***"', '***': ['***\n'] });
	expect(JSON.parse(withoutSecrets(JSON.stringify({ a: '\\/key-of-mine' }), ['/key-of-mine']))).toEqual({ a: '***' });
});

it('takes no time over a text that is nothing but escapes', () => {
	const text = `key of mine ${'\\'.repeat(500_000)}${'%25'.repeat(100_000)}${'&amp;'.repeat(100_000)}`;
	const busy = busyClock();
	expect(withoutSecrets(text, ['/key/of/mine', '&key&of&mine', '%key%of%mine'])).toBe(text);
	expect(busy()).toBeLessThan(RUNAWAY_MS);
});

it('no text holds a secret afterwards', () => {
	fc.assert(fc.property(fc.string(), fc.string({ minLength: 6 }).filter((secret) => secret.trim().length >= 6 && !'***'.includes(secret.trim())), fc.string(), (before, secret, after) => {
		expect(withoutSecrets(before + secret.trim() + after, [secret])).not.toContain(secret.trim());
	}));
});
