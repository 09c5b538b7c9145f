import { ranIn, type Examples } from '../examples.mjs';

const FILE = 'order-status-zalo-message.json';

/** The status of an order as a Zalo message with a coloured row and buttons. */
export function statusMessage(get: () => Examples): void {
	const change = async (orderCode: string, status: string, zaloUserId: string, phone: string) =>
		(
			await get().runsOf(FILE, async () =>
				await get().post('order-status-message', { orderCode, status, zaloUserId, phone, customerName: 'Nguyễn Thị Hoàng Anh', product: 'Giày chạy bộ', total: 1_250_000 }),
			)
		)[0];

	it('reaches a customer on Zalo, with table, colour and buttons', async () => {
		const run = await change('DH300', 'shipped', '2905840921841937541', '0901888484');
		expect(run && ranIn(run).at(-1)).toBe('Reached on Zalo');
		const [message] = get().stage.simulator.messages();
		expect(message).toMatchObject({ channel: 'zalo', state: 'delivered', zaloUserId: '2905840921841937541' });
		expect(message?.payload).toMatchObject({
			message: {
				attachment: {
					payload: {
						template_type: 'transaction_order',
						elements: expect.arrayContaining([
							{
								type: 'table',
								content: [
									{ key: 'Mã đơn hàng', value: 'DH300' },
									{ key: 'Trạng thái', value: 'Đang giao', style: 'yellow' },
									{ key: 'Sản phẩm', value: 'Giày chạy bộ' },
									{ key: 'Tổng tiền', value: '1.250.000 đ' },
								],
							},
						]) as unknown,
						buttons: [
							expect.objectContaining({ title: 'Xem đơn hàng', type: 'oa.open.url', payload: { url: 'https://shop.example.com/don-hang/DH300' } }),
							expect.objectContaining({ title: 'Hỏi về đơn hàng', type: 'oa.query.show', payload: 'Đơn hàng DH300' }),
							expect.objectContaining({ title: 'Gọi hotline', type: 'oa.open.phone', payload: { phone_code: '19001234' } }),
						],
					},
				},
			},
		});
	}, 60_000);

	it('a customer who does not follow the Official Account gets a ZNS by phone', async () => {
		const run = await change('DH301', 'paid', '70000000000000213', '0901888484');
		expect(run && ranIn(run).at(-1)).toBe('Send ZNS to the phone');
		await get().stage.simulator.whenIdle();
		expect(get().stage.simulator.messages().map(({ channel, state }) => `${channel} ${state}`)).toEqual(['zalo failed', 'zns delivered']);
	}, 60_000);

	it('a customer who restricts such messages is left alone', async () => {
		const run = await change('DH302', 'cancelled', '70000000000000244', '0901888484');
		expect(run && ranIn(run).at(-1)).toBe('Another way helps');
		expect(get().sentTo('0901888484')).toEqual([]);
	}, 60_000);

	it('a Zalo user ID that is none ends red, and nothing is sent', async () => {
		const run = await change('DH303', 'paid', 'somebody', '0901888484');
		expect(run).toMatchObject({ status: 'error', data: { resultData: { lastNodeExecuted: 'Tell the team' } } });
		expect(get().stage.simulator.messages()).toEqual([]);
	}, 60_000);
}
