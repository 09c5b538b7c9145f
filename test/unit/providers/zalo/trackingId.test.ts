import fc from 'fast-check';
import { deriveRequestId, requestKeyOf, type MessageIdentity } from '../../../../nodes/domain/requestId';
import { trackingIdOf } from '../../../../nodes/providers/zalo/trackingId';

const IDENTITY: MessageIdentity = { workflowId: 'w', nodeId: 'n', operation: 'sendZns', channel: 'zns', recipient: '84901888484', content: {}, sandbox: false };

it('keeps the key of the user readable', () => {
	const trackingId = trackingIdOf(deriveRequestId(IDENTITY, { by: 'key', key: 'DH-001' }));
	expect(trackingId).toMatch(/^zns_DH-001_[0-9a-f]{16}$/);
	expect(requestKeyOf(trackingId)).toBe('DH-001');
});

it('is the request ID where that is plain', () => {
	const requestId = deriveRequestId(IDENTITY, { by: 'content' });
	expect(trackingIdOf(requestId)).toBe(requestId);
	expect(trackingIdOf('x'.repeat(48))).toBe('x'.repeat(48));
});

it.each(['x'.repeat(49), 'a b', 'đơn', 'a.b', '.null.', ''])('is a hash of the request ID %j, which is not plain', (requestId) => {
	expect(trackingIdOf(requestId)).toMatch(/^[0-9a-f]{48}$/);
});

it.each(['zns', 'a', '0', 'zns-zns', '_'])('keeps the key %j between the same two parts as the request ID', (key) => {
	const requestId = `zns.${key}.0123456789abcdef`;
	expect(trackingIdOf(requestId)).toBe(`zns_${key}_0123456789abcdef`);
});

it('differs for each message where nothing names it', () => {
	expect(trackingIdOf(undefined)).not.toBe(trackingIdOf(undefined));
	expect(trackingIdOf(undefined)).toMatch(/^[0-9a-f]{32}$/);
});

it('has at most 48 plain characters, and others for another message (zalo.md 3.1)', () => {
	const requestId = fc.oneof(fc.string({ minLength: 1 }), fc.string().map((key) => deriveRequestId(IDENTITY, { by: 'key', key }) as string));
	fc.assert(
		fc.property(requestId, requestId, (a, b) => {
			expect(trackingIdOf(a)).toMatch(/^[A-Za-z0-9_-]{1,48}$/);
			expect(trackingIdOf(a)).toBe(trackingIdOf(a));
			if (a !== b) expect(trackingIdOf(a)).not.toBe(trackingIdOf(b));
		}),
	);
});
