import fc from 'fast-check';
import { KEPT_TAGS } from '../../../../nodes/shared/preview/html';
import { templateContent } from '../../../../nodes/shared/preview/templateContent';
import { ZNS_TEMPLATES } from '../../../../sandbox/simulator/esms/templateSeed.mjs';
import { hostileText, isClosed, tagsOf } from './hostile';
import { busyClock, RUNAWAY_MS } from '../../../support/processor.mjs';

const read = (source: string, fill = (text: string) => text) => templateContent(source, fill).markup.replace(/^<div>|<\/div>$/g, '');

it('reads the documented sample: its text, bold and blocks stay, its styles do not (esms.md 10.10)', () => {
	const sample = ZNS_TEMPLATES.find(({ id }) => id === '205644');
	expect(read(sample?.html ?? '').replace(/> +</g, '><')).toBe(
		'<div><p>Mã OTP của bạn là</p></div><p><span class="bold">{{otp}}</span></p><div><p>Không tiết lộ cho bất kỳ ai, Mã xác nhận sẽ có hiệu lực trong 5 phút.</p></div>',
	);
});

it.each([
	['attributes', '<p onclick="alert(1)" style="background:url(//x)" id=a>x</p>', '<p>x</p>'],
	['a > in an attribute', '<p title="a>b">x</p>', '<p>x</p>'],
	['bold and alignment', `<td style='font-weight: 700;text-align:CENTER'>x</td><p style="text-align: right">y</p>`, '<td class="bold center">x</td><p class="right">y</p>'],
	['links and pictures', '<a href="javascript:x">x</a><img src=x onerror=y>', 'x'],
	['scripts and styles', 'a<script>document.write("<b>")</script>b<STYLE>p{}</STYLE>c', 'abc'],
	['a script that never ends', 'a<script>b', 'a'],
	['comments', 'a<!-- <b> -->b<!doctype html>c<?xml?>d', 'abcd'],
	['a comment that never ends', 'a<!-- b', 'a'],
	['a tag that never ends', 'a<b title="', 'a'],
	['a < that is none', '1 < 2 and <3', '1 &lt; 2 and &lt;3'],
	['line breaks', 'a<br/>b<BR>c', 'a<br>b<br>c'],
	['tags that stay open', '<p><b>x', '<p><b>x</b></p>'],
	['tags that cross', '<b><i>x</b>y</i>', '<b><i>x</i></b>y'],
	['stray ends', '</div></div></body>x</p>', 'x'],
	['character references', '&lt;b&gt; &amp; &quot;&#39; &#x1F389; M&atilde; &agrave; &nbsp;&bogus; &#0;&#x110000;', '&lt;b&gt; &amp; &quot;&apos; 🎉 Mã à \u00a0&amp;bogus; &amp;#0;&amp;#x110000;'],
])('keeps only what is safe of %s', (_, source, expected) => {
	expect(read(source)).toBe(expected);
});

it('a text that a placeholder is filled with is no markup, whatever the template does around it', () => {
	fc.assert(
		fc.property(hostileText, hostileText, (around, value) => {
			const source = `<p>${around}<b>{{otp}}</b>`;
			const fill = (with_: string) => read(source, (text) => text.replaceAll('{{otp}}', with_));
			expect(tagsOf(fill(value))).toEqual(tagsOf(fill('x')));
		}),
		{ numRuns: 2_000 },
	);
});

it('nothing but the tags that are kept comes out, each closed', () => {
	const allowed = new RegExp(`^<(?:/?(?:${KEPT_TAGS.join('|')})|(?:${KEPT_TAGS.join('|')}) class="[a-z ]+")>$`);
	fc.assert(
		fc.property(fc.array(hostileText, { maxLength: 5 }).map((parts) => parts.join('')), (source) => {
			const markup = templateContent(source, (text) => text).markup;
			expect(isClosed(markup)).toBe(true);
			const tags = tagsOf(markup);
			for (const tag of tags) expect(tag).toMatch(allowed);
			expect(tags.filter((tag) => tag.startsWith('</'))).toHaveLength(tags.filter((tag) => !tag.startsWith('</') && tag !== '<br>').length);
		}),
		{ numRuns: 2_000 },
	);
});

it.each(['<b>', '<', '<!--', '<b "', '<script>', '</script', '&', '{{', "<p style='", '<div style="text-align:'])('100,000 times %s is read at once', (piece) => {
	const busy = busyClock();
	read(piece.repeat(100_000));
	expect(busy()).toBeLessThan(RUNAWAY_MS);
});
