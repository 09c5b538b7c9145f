import { createHash } from 'crypto';
import fc from 'fast-check';
import { isInboundSignedBy, signatureId } from '../../../../nodes/providers/esms/inboundSignature';
import vectors from '../../../fixtures/esms/inboundSignatures.json';

// The vectors were made with OpenSSL's command line (the fixture says how), not with the code under test.
const { plain, plusInBase64, vietnamese, vietnameseKey } = vectors;

const keys = (partnerPrivateKey = 'PrivateKey123', partnerId = 'CP01') => ({ partnerId, partnerPrivateKey });
const call = (vector: typeof plain, changed: object = {}) => ({
	partnerId: vector.cpid,
	messageId: vector.smsid,
	content: vector.content,
	time: vector.time,
	sign: vector.sign,
	...changed,
});

it.each([
	['a plain one', plain],
	['one with + and / in its base64', plusInBase64],
	['a Vietnamese message in UTF-8', vietnamese],
	['a Vietnamese key in UTF-8', vietnameseKey],
])('takes the signature of OpenSSL: %s', (_, vector) => {
	expect(isInboundSignedBy(call(vector), keys(vector.key))).toBe(true);
	expect(isInboundSignedBy(call(vector, { sign: vector.hex }), keys(vector.key))).toBe(true);
	expect(isInboundSignedBy(call(vector, { sign: vector.hex.toUpperCase() }), keys(vector.key))).toBe(true);
});

it('takes a + that arrived as a space', () => {
	expect(isInboundSignedBy(call(plusInBase64, { sign: 'AA gfCJzN/cfYxOPj1e5KA==' }), keys())).toBe(true);
});

it.each([
	['another partner ID', { partnerId: 'CP02' }],
	['another message ID', { messageId: '1002' }],
	['another content', { content: 'MUA VE 3' }],
	['another time', { time: '20130228130102' }],
	['no signature', { sign: '' }],
	['a signature cut short', { sign: plain.sign.slice(0, 20) }],
	['a signature of another message', { sign: vietnamese.sign }],
	['a signature without padding', { sign: plain.sign.slice(0, 22) }],
	['a signature with something behind it', { sign: `${plain.sign}A` }],
	['a signature with something in front of it', { sign: `A${plain.sign}` }],
	['hexadecimal digits with something behind them', { sign: `${plain.hex}x` }],
	['hexadecimal digits with something in front of them', { sign: `x${plain.hex}` }],
	['hexadecimal digits in base64', { sign: Buffer.from(plain.hex).toString('base64') }],
])('refuses %s', (_, changed) => {
	expect(isInboundSignedBy(call(plain, changed), keys())).toBe(false);
});

it('refuses a message of another partner, even one that the same key has signed', () => {
	const sign = createHash('md5').update('CP02' + '1001' + 'MUA VE 2' + '20130228130101' + 'PrivateKey123').digest('base64');
	const foreign = { partnerId: 'CP02', messageId: '1001', content: 'MUA VE 2', time: '20130228130101', sign };
	expect(isInboundSignedBy(foreign, keys('PrivateKey123', 'CP02'))).toBe(true);
	expect(isInboundSignedBy(foreign, keys())).toBe(false);
});

it('refuses the same text in another normal form: the bytes count', () => {
	expect(isInboundSignedBy(call(vietnamese, { content: vietnamese.content.normalize('NFD') }), keys())).toBe(false);
});

it('refuses everything where a key is empty, even what an empty key signs', () => {
	const signedByNothing = createHash('md5').update('CP01' + '1001' + 'MUA VE 2' + '20130228130101').digest('base64');
	expect(isInboundSignedBy(call(plain, { sign: signedByNothing }), keys(''))).toBe(false);
	const anonymous = createHash('md5').update('1001' + 'MUA VE 2' + '20130228130101' + 'k').digest('base64');
	expect(isInboundSignedBy(call(plain, { partnerId: '', sign: anonymous }), keys('k', ''))).toBe(false);
});

describe('signatureId', () => {
	it('is the same for every way to write the same bytes', () => {
		const spellings = [plusInBase64.sign, plusInBase64.sign.replaceAll('+', ' '), plusInBase64.hex, plusInBase64.hex.toUpperCase()];
		expect(spellings.map(signatureId)).toEqual(Array(4).fill(plusInBase64.hex));
	});

	it.each(['', 'x', `${plain.hex}0`, `0${plain.sign}`, `${plain.sign}A`])('"%s" has none', (sign) => {
		expect(signatureId(sign)).toBe('');
	});
});

describe('whatever the message', () => {
	const text = fc.string({ unit: 'grapheme' });
	const message = fc.record({ messageId: text, content: text, time: text });

	it('takes its own signature in both forms, and none with another byte', () => {
		fc.assert(
			fc.property(message, fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(15), (given, key, at) => {
				const digest = createHash('md5').update(`CP01${given.messageId}${given.content}${given.time}${key}`).digest();
				const check = (sign: string) => isInboundSignedBy({ partnerId: 'CP01', ...given, sign }, keys(key));
				expect(check(digest.toString('base64'))).toBe(true);
				expect(check(digest.toString('base64').replaceAll('+', ' '))).toBe(true);
				expect(check(digest.toString('hex'))).toBe(true);
				digest[at] = ((digest[at] ?? 0) + 1) % 256;
				expect(check(digest.toString('base64'))).toBe(false);
			}),
		);
	});

	it('takes nothing that is guessed', () => {
		fc.assert(
			fc.property(message, fc.oneof(text, fc.stringMatching(/^[0-9A-Za-z+/ ]{22}==$/), fc.stringMatching(/^[0-9a-f]{32}$/)), (given, sign) => {
				expect(isInboundSignedBy({ partnerId: 'CP01', ...given, sign }, keys())).toBe(false);
			}),
		);
	});
});
