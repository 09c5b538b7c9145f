import { createHmac } from 'crypto';
import fc from 'fast-check';
import { isSignedBy, isSignedByOneOf } from '../../../../nodes/providers/caresoft/signature';
import vectors from '../../../fixtures/caresoft/signatures.json';

const { secret, documented, oneSpace, vietnamese } = vectors;
const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('the vectors of the reference (caresoft.md 10.3)', () => {
	it.each([
		['the documented one', documented],
		['one space more', oneSpace],
		['UTF-8', vietnamese],
	])('%s', (_what, { body, signature }) => {
		expect(isSignedBy(bytes(body), signature, secret)).toBe(true);
	});

	it('the signature of a body does not fit the same JSON with one space more', () => {
		expect(isSignedBy(bytes(oneSpace.body), documented.signature, secret)).toBe(false);
		expect(isSignedBy(bytes(documented.body), oneSpace.signature, secret)).toBe(false);
	});

	it('the bytes count: the same Vietnamese text in NFD has another signature', () => {
		expect(isSignedBy(bytes(vietnamese.body.normalize('NFD')), vietnamese.signature, secret)).toBe(false);
	});
});

describe('ways to write the signature', () => {
	const { body, signature } = documented;

	it.each([
		['upper case', signature],
		['lower case', signature.toLowerCase()],
		['a prefix', `sha1=${signature}`],
		['a prefix and lower case', `sha1=${signature.toLowerCase()}`],
		['a prefix in upper case', `SHA1=${signature}`],
		['spaces around it', ` ${signature} `],
	])('%s fits', (_what, given) => {
		expect(isSignedBy(bytes(body), given, secret)).toBe(true);
	});

	it.each([
		['nothing', undefined],
		['null', null],
		['an empty text', ''],
		['the prefix alone', 'sha1='],
		['a list, as a repeated header can be', [signature]],
		['one character less', signature.slice(0, -1)],
		['one character more', `${signature}0`],
		['half of it', signature.slice(0, 20)],
		['it twice', signature + signature],
		['another prefix', `sha256=${signature}`],
		['two prefixes', `sha1=sha1=${signature}`],
		['the prefix inside', `${signature.slice(0, 20)}sha1=${signature.slice(20)}`],
		['a letter that is no hexadecimal digit', `G${signature.slice(1)}`],
		['a line break inside', `${signature.slice(0, 20)}\n${signature.slice(20)}`],
		['the signature in Base64', Buffer.from(signature, 'hex').toString('base64')],
		['the HMAC-SHA256', createHmac('sha256', secret).update(body).digest('hex').slice(0, 40)],
	])('%s does not', (_what, given) => {
		expect(isSignedBy(bytes(body), given, secret)).toBe(false);
	});

	it('nothing fits another secret, and nothing at all an empty one', () => {
		expect(isSignedBy(bytes(body), signature, 'cs123')).toBe(false);
		expect(isSignedBy(bytes(body), createHmac('sha1', '').update(body).digest('hex'), '')).toBe(false);
	});
});

describe('isSignedBy, whatever the body', () => {
	const bodies = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
	const secrets = fc.string({ minLength: 1, unit: 'grapheme' });
	const sign = (body: Buffer, key: string) => createHmac('sha1', key).update(body).digest('hex');

	it('fits its own signature, and none with one digit changed', () => {
		fc.assert(
			fc.property(bodies, secrets, fc.nat(39), fc.boolean(), (body, key, at, upper) => {
				const signature = upper ? sign(body, key).toUpperCase() : sign(body, key);
				expect(isSignedBy(body, signature, key)).toBe(true);
				const digit = ((parseInt(signature.charAt(at), 16) + 1) % 16).toString(16);
				expect(isSignedBy(body, signature.slice(0, at) + digit + signature.slice(at + 1), key)).toBe(false);
			}),
		);
	});

	it('never throws and takes nothing that is guessed', () => {
		const guess = fc.oneof(fc.anything(), fc.string(), fc.stringMatching(/^(sha1=)?[0-9a-fA-F]{38,42}$/));
		fc.assert(
			fc.property(bodies, guess, secrets, (body, signature, key) => {
				expect(isSignedBy(body, signature, key)).toBe(false);
			}),
		);
	});
});

describe('several keys, while CareSoft changes the key', () => {
	const { body, signature } = documented;
	const signed = createHmac('sha1', 'NEW-KEY').update(body).digest('hex');

	it.each([
		['the first', signed, ['NEW-KEY', secret], true],
		['the second', signature, ['NEW-KEY', secret], true],
		['none of them', signature, ['NEW-KEY', 'OLDER-KEY'], false],
		['an empty one', createHmac('sha1', '').update(body).digest('hex'), ['', secret], false],
		['none, where there is none', signature, [], false],
		['both, put together', createHmac('sha1', `NEW-KEY${secret}`).update(body).digest('hex'), ['NEW-KEY', secret], false],
	])('signed with %s', (_what, given, secrets, fits) => expect(isSignedByOneOf(bytes(body), given, secrets)).toBe(fits));
});
