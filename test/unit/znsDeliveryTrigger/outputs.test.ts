import { toOutputs } from '../../../nodes/ZnsDeliveryTrigger/outputs';
import type { TriggerReport } from '../../../nodes/ZnsDeliveryTrigger/received';

const REPORT: TriggerReport = {
	eventId: 'e1', provider: 'esms', channel: 'zns', messageId: 'm1', requestId: null, recipient: null, outcome: 'failed', final: true, failure: null, zaloMessageId: null,
	oaId: null, templateId: null, price: null, deliveredAt: null, receivedAt: '2026-11-21T08:15:32.000Z', raw: { SMSID: 'm1' }, requestKey: null, confirmed: false, unconfirmedBecause: 'eSMS does not know this message', claimed: {},
};

it('what the provider sent comes last, below everything that the report says of it', () => {
	const [, [item] = []] = toOutputs(REPORT);
	expect(item?.json).toEqual(REPORT);
	expect(Object.keys(item?.json ?? {}).at(-1)).toBe('raw');
});

it('what is not confirmed leaves by Other, whatever it says', () => {
	expect(toOutputs(REPORT, true).map(({ length }) => length)).toEqual([0, 0, 1]);
});
