import type { DeliveryReport } from '../../../../nodes/domain/deliveryReport';
import type { SendReceipt } from '../../../../nodes/domain/sendReceipt';
import { completed, pendingReport, withReport } from '../../../../nodes/shared/waiting/item';

const pending = { channel: 'zns', recipient: { phone: '0901888484' }, templateId: null };
const report = { channel: 'unknown', recipient: { zaloUserId: '2417503456341236' }, outcome: 'failed', templateId: '267247' } as DeliveryReport;

it('a report on the Zalo user keeps the phone number that the message was sent to', () => {
	expect(completed(report, pending).recipient).toEqual({ phone: '0901888484', zaloUserId: '2417503456341236' });
});

it('a report that names nobody keeps the recipient of the receipt', () => {
	expect(completed({ ...report, recipient: null }, pending).recipient).toEqual({ phone: '0901888484' });
});

it('what the report leaves open comes from the receipt', () => {
	expect(completed({ ...report, templateId: null }, { ...pending, templateId: '1' })).toMatchObject({ channel: 'zns', templateId: '1', outcome: 'failed' });
});

it('Official Account and template are those of the message where no report names them', () => {
	const receipt: SendReceipt = { provider: 'esms', channel: 'zns', messageId: '1', requestId: null, recipient: { phone: '0901888484' }, status: 'accepted', acceptedAt: null };
	const sent = pendingReport(receipt, { officialAccountIds: ['4097311281936189049'], templateId: '267247' });
	expect(sent).toMatchObject({ oaId: '4097311281936189049', templateId: '267247' });
	expect(completed({ ...report, oaId: null, templateId: null }, sent)).toMatchObject({ oaId: '4097311281936189049', templateId: '267247' });
	expect(completed({ ...report, oaId: '1', templateId: '2' }, sent)).toMatchObject({ oaId: '1', templateId: '2' });
	expect(pendingReport(receipt)).not.toHaveProperty('oaId');
});

it.each(['delivery', 'order.total', 'order[0]', '__proto__'])('the report stands behind the fields of the item, of which none is lost: %s', (name) => {
	const item = JSON.parse('{"order": {"0": "first", "total": 5}, "paid": true}') as Record<string, never>;
	const shown = withReport(withReport(item, name, { outcome: 'pending' }), name, { outcome: 'failed' }, 'too late');
	expect(Object.entries(shown)).toEqual([...Object.entries(item), [name, { outcome: 'failed', noResult: 'too late' }]]);
});
