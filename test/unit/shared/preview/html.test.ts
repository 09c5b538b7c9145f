import fc from 'fast-check';
import { element, html } from '../../../../nodes/shared/preview/html';
import { button, card, page, placeOfPicture, rows } from '../../../../nodes/shared/preview/page';
import { hostileText, isClosed, tagsOf } from './hostile';

it('escapes every text, in content and in attributes', () => {
	expect(html`<p class="${'" onclick="x'}">${'<b> & "q" \'a\''}</p>`.markup).toBe('<p class="&quot; onclick=&quot;x">&lt;b&gt; &amp; &quot;q&quot; &apos;a&apos;</p>');
});

it('keeps markup of its own, lists of it, numbers, and nothing for nothing', () => {
	expect(html`<div>${html`<b>${1}</b>`}${[html`<i></i>`, 'x<']}${undefined}</div>`.markup).toBe('<div><b>1</b><i></i>x&lt;</div>');
});

it('a line break has no content', () => {
	expect(element('br', ['bold'], ['x']).markup).toBe('<br>');
	expect(element('p', ['bold', 'center'], ['<']).markup).toBe('<p class="bold center">&lt;</p>');
});

it('no text changes the tags of a page', () => {
	const draw = (text: string) =>
		page([card({ sender: text, top: placeOfPicture(text), body: [text, rows([[text, text]])], buttons: button(text, text), note: text }), html`<p class="text ${text}"></p>`]);
	// The one attribute that takes a text: whatever it is, it stays inside the quotes.
	const anyClass = (markup: string) => tagsOf(markup).map((tag) => tag.replace(/^<p class="text [^"]*">$/, '<p class="text …">'));
	const tags = anyClass(draw('x'));
	fc.assert(
		fc.property(hostileText, (text) => {
			const markup = draw(text);
			expect(isClosed(markup)).toBe(true);
			expect(anyClass(markup)).toEqual(tags);
		}),
		{ numRuns: 1_000 },
	);
});

it('a page stands alone: it loads nothing and runs nothing', () => {
	const markup = page('x');
	expect(markup).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`);
	expect(markup).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|https?:/i);
	expect(markup).toContain('nothing was sent');
});
