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
});

it('differs for each message where nothing names it', () => {
	expect(trackingIdOf(undefined)).not.toBe(trackingIdOf(undefined));
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
