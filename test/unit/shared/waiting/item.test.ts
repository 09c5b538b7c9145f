import type { DeliveryReport } from '../../../../nodes/domain/deliveryReport';
import { completed } from '../../../../nodes/shared/waiting/item';

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
