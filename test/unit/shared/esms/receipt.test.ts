import { esmsReceipt } from '../../../../nodes/shared/esms/receipt';

it('the answer that a receipt keeps holds no URL that starts or resumes a run', () => {
	const raw = { CodeResult: '100', SMSID: 'id1', CallbackUrl: 'https://n8n.myshop.vn/webhook-waiting/7/n?signature=TOKEN&cb=' };
	const receipt = esmsReceipt('zns', { phone: '0901888484' }, { requestId: undefined, simplify: false }, { status: 'accepted', messageId: 'id1', raw });
	expect(receipt.raw).toEqual({ CodeResult: '100', SMSID: 'id1', CallbackUrl: 'https://n8n.myshop.vn/…' });
});
