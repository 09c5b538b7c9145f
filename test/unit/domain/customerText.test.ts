import { customerTextFault } from '../../../nodes/domain/customerText';

it.each([
	['a\u0000b', /^holds a character that cannot be shown$/],
	['An undefined', /^holds "undefined", which an expression gives where it finds no value/],
	['2026-12-31T01:30:00Z', /a date as programs write it/],
])('of %p a customer is spared', (text, fault) => expect(customerTextFault(text)).toMatch(fault));

it('what people write is theirs', () => expect(customerTextFault('Đơn DH001 giao 31/12/2026 🎉')).toBeUndefined());
