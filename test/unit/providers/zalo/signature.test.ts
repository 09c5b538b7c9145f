import { createHash, createHmac } from 'crypto';
import fc from 'fast-check';
import { isSignedBy } from '../../../../nodes/providers/zalo/signature';
import vectors from '../../../fixtures/zalo/webhooks.json';

const { appId, oaId, oaSecretKey, delivered, vietnamese } = vectors;
const bytes = (text: string) => Buffer.from(text, 'utf8');
const fits = ({ body, timestamp }: { body: string; timestamp: string }, signature: unknown, more: object = {}) => isSignedBy(bytes(body), signature, { appId, timestamp, oaSecretKey, ...more });

describe('the vectors of the reference (zalo.md 8.2)', () => {
	it.each([
		['a delivery', delivered],
		['a rating, UTF-8', vietnamese],
	])('%s', (_what, vector) => {
		expect(bytes(vector.body)).toHaveLength(vector.bytes);
		expect(fits(vector, vector.mac)).toBe(true);
		expect(fits(vector, `mac=${vector.mac}`)).toBe(true);
	});

	it('the ID of the Official Account in the place of that of the app does not pass', () => {
		expect(fits(delivered, delivered.macWithOaId)).toBe(false);
		expect(fits(delivered, `mac=${delivered.macWithOaId}`)).toBe(false);
		// The vector itself is right: it is of that ID, and would pass for an app that bears it.
		expect(fits(delivered, delivered.macWithOaId, { appId: oaId })).toBe(true);
	});

	it.each<[string, object]>([
		['another key', { oaSecretKey: 'test-oa-secreT' }],
		['the ID of another app', { appId: '2074138120372622547' }],
		['another time', { timestamp: '1602560967478' }],
		['the time of the arrival', { timestamp: '1602960467432' }],
		['no key', { oaSecretKey: '' }],
		['no app', { appId: '' }],
		['no time', { timestamp: '' }],
	])('%s does not pass', (_what, more) => expect(fits(delivered, delivered.mac, more)).toBe(false));

	it.each<[string, string, object]>([
		['key', appId + delivered.body + delivered.timestamp, { oaSecretKey: '' }],
		['app', delivered.body + delivered.timestamp + oaSecretKey, { appId: '' }],
		['time', appId + delivered.body + oaSecretKey, { timestamp: '' }],
	])('an empty %s passes nothing, also what was made with it', (_what, signed, more) => {
		expect(fits(delivered, createHash('sha256').update(signed).digest('hex'), more)).toBe(false);
	});

	it('the bytes count: the same text in NFD, and the same JSON with one space more, have another signature', () => {
		expect(fits({ ...vietnamese, body: vietnamese.body.normalize('NFD') }, vietnamese.mac)).toBe(false);
		expect(fits({ ...delivered, body: delivered.body.replace(',', ', ') }, delivered.mac)).toBe(false);
	});
});

describe('ways to write the signature', () => {
	const { mac } = delivered;

	it.each([
		['as calls have it', `mac=${mac}`],
		['as it is documented', `mac = ${mac}`],
		['bare', mac],
		['in upper case', mac.toUpperCase()],
		['all in upper case', `MAC=${mac}`.toUpperCase()],
		['with spaces around it', ` mac=${mac} `],
	])('%s fits', (_what, given) => expect(fits(delivered, given)).toBe(true));

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['an empty text', ''],
		['the prefix alone', 'mac='],
		['a list, as a repeated header can be', [mac]],
		['a header that came twice', `mac=${mac}, mac=${mac}`],
		['one character less', mac.slice(0, -1)],
		['one character more', `${mac}0`],
		['it twice', mac + mac],
		['another prefix', `sha256=${mac}`],
		['two prefixes', `mac=mac=${mac}`],
		['the prefix inside it', `${mac.slice(0, 20)}mac=${mac.slice(20)}`],
		['the prefix behind it', `${mac}mac=`],
		['a letter that is no hexadecimal digit', `g${mac.slice(1)}`],
		['a line break inside', `${mac.slice(0, 20)}\n${mac.slice(20)}`],
		['the signature in Base64', Buffer.from(mac, 'hex').toString('base64')],
		['an HMAC over the body', createHmac('sha256', oaSecretKey).update(delivered.body).digest('hex')],
		['an HMAC over all of it', createHmac('sha256', oaSecretKey).update(appId + delivered.body + delivered.timestamp).digest('hex')],
		['a SHA-1', createHash('sha1').update(appId + delivered.body + delivered.timestamp + oaSecretKey).digest('hex')],
	])('%s does not', (_what, given) => expect(fits(delivered, given)).toBe(false));
});

describe('whatever the body', () => {
	const bodies = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((array) => Buffer.from(array));
	const words = fc.string({ minLength: 1, unit: 'grapheme' });
	const terms = fc.record({ appId: words, timestamp: words, oaSecretKey: words });
	type Terms = { appId: string; timestamp: string; oaSecretKey: string };
	const sign = (body: Buffer, { appId: app, timestamp, oaSecretKey: key }: Terms) => createHash('sha256').update(Buffer.concat([bytes(app), body, bytes(timestamp), bytes(key)])).digest('hex');

	it('its own signature fits, and none with one digit changed', () => {
		fc.assert(
			fc.property(bodies, terms, fc.nat(63), (body, given, at) => {
				const signature = sign(body, given);
				expect(isSignedBy(body, `mac=${signature}`, given)).toBe(true);
				const digit = ((parseInt(signature.charAt(at), 16) + 1) % 16).toString(16);
				expect(isSignedBy(body, signature.slice(0, at) + digit + signature.slice(at + 1), given)).toBe(false);
			}),
		);
	});

	it('a body with one byte changed never passes', () => {
		fc.assert(
			fc.property(bodies, terms, fc.nat(), fc.integer({ min: 1, max: 255 }), (body, given, place, change) => {
				const signature = sign(body, given);
				const altered = Buffer.from(body);
				const at = place % body.length;
				altered[at] = ((altered[at] ?? 0) + change) % 256;
				expect(isSignedBy(altered, signature, given)).toBe(false);
			}),
		);
	});

	it('JSON that was read and written again never passes, unless it is the same bytes', () => {
		const pretty = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.constantFrom(1, 2, '\t')).map(([value, indent]) => JSON.stringify(value, null, indent));
		fc.assert(
			fc.property(pretty, terms, (body, given) => {
				expect(isSignedBy(bytes(JSON.stringify(JSON.parse(body))), sign(bytes(body), given), given)).toBe(false);
			}),
		);
	});

	it('nothing that is guessed passes, and nothing throws', () => {
		const guess = fc.oneof(fc.anything(), fc.string(), fc.stringMatching(/^(mac ?= ?)?[0-9a-fA-F]{62,66}$/));
		fc.assert(
			fc.property(bodies, guess, terms, (body, signature, given) => {
				expect(isSignedBy(body, signature, given)).toBe(false);
			}),
		);
	});
});
