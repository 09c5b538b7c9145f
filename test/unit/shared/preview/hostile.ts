import fc from 'fast-check';

/** Texts that try to become markup, among any others. */
export const hostileText = fc.oneof(
	fc.constantFrom(
		'<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '</style><script>', '</p></div></body>', '<!--', '-->', ']]>', '&lt;b&gt;', '&#60;b&#62;',
		'{{otp}}', '<br><b onclick="x">', '\u0000<\u0000b>', '\u202e<b>', '<svg/onload=alert(1)>', 'javascript:alert(1)', '\ud800<i>', '`${1}`', '<<b>>', '<b/', '&amp;lt;script&amp;gt;',
	),
	fc.string({ unit: 'binary' }),
	fc.array(fc.constantFrom('<', '>', '"', "'", '&', '/', '!', '-', ' ', 'b', 'p', 'script', 'style', '=', '{{', '}}', 'otp', ';', '#60', 'lt'), { maxLength: 30 }).map((parts) => parts.join('')),
);

/** @returns the tags of a page, with their attributes, in their order */
export function tagsOf(markup: string): string[] {
	return markup.match(/<[^>]*>/g) ?? [];
}

/** @returns whether every < and > of a page belongs to one of its tags */
export function isClosed(markup: string): boolean {
	return !/[<>]/.test(markup.replace(/<[^<>]*>/g, ''));
}
