import { lengthFaults, pictureFaults, webUrlFault } from '../../../../nodes/domain/zalo/rules';

it.each([
	['https://myshop.vn/?q=Đơn%20hàng', undefined],
	['HTTP://myshop.vn', undefined],
	['https://myshop.vn/?q=Đơn hàng', /^holds a space or a line break/],
	['https://myshop.vn/a\nb', /^holds a space or a line break/],
	['https://myshop.vn/a\0b', /^holds a character that cannot be shown/],
	['myshop.vn/don hang', /^is not a URL, it must start with https:/],
	['https://', /^is not a URL/],
])('an address that is not one says why: %j', (url, fault) => {
	if (fault === undefined) expect(webUrlFault(url)).toBeUndefined();
	else expect(webUrlFault(url)).toMatch(fault);
});

it('a picture with a space in its address is not called one of the wrong form', () => {
	expect(pictureFaults('Banner URL', 'https://myshop.vn/sale 1.png')).toEqual([expect.stringMatching(/^Banner URL "https:\/\/myshop\.vn\/sale 1\.png" holds a space/)]);
	expect(pictureFaults('Banner URL', 'https://myshop.vn/sale.gif')).toEqual(['Banner URL "https://myshop.vn/sale.gif" is not the https address of a JPG or PNG picture']);
});

it('a text that is too long says what its line breaks count', () => {
	expect(lengthFaults('Text', 'abc', 2)).toEqual(['Text has 3 characters, Zalo allows 2']);
	expect(lengthFaults('Text', 'a\r\nb', 3)).toEqual(['Text has 4 characters, Zalo allows 3; its line break counts as 2']);
	expect(lengthFaults('Text', 'a<br>b<br>c', 10)).toEqual(['Text has 11 characters, Zalo allows 10; each of its 2 line breaks counts as 4']);
});
