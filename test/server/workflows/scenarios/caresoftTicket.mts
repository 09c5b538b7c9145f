import { randomUUID } from 'node:crypto';

import type { Execution } from '../../../../sandbox/n8n/types.mjs';
import { itemOf, ranIn, type Examples } from '../examples.mjs';

const FILE = 'caresoft-ticket-zns-sms.json';

/** A booking, its ticket, and the message in it. */
export function caresoftTicket(get: () => Examples): void {
	const book = async (bookingCode: string, phone: string, file = FILE, path = 'booking-confirmed'): Promise<Execution> => {
		const runs = await get().runsOf(file, async () => await get().post(path, { bookingCode, phone, customerName: 'Nguyễn Thị Hoàng Anh', bookingDate: '21/11/2026' }));
		await get().stage.simulator.whenIdle();
		return runs[0] as Execution;
	};
	const ticketOf = (run: Execution) => Number(itemOf(run, 'Create ticket')?.id);

	it('a phone that Zalo reaches gets the ZNS, in the ticket of the booking', async () => {
		const run = await book('BK001', '0901888484');
		expect(ranIn(run).at(-1)).toBe('ZNS is in the ticket');
		expect(get().stage.simulator.messages()).toEqual([
			expect.objectContaining({ provider: 'caresoft', channel: 'zns', phone: '0901888484', state: 'delivered', ticketId: ticketOf(run), text: expect.stringMatching(/Nguyễn Thị Hoàng Anh[^]*BK001/) as string }),
		]);
	}, 60_000);

	it('a phone without Zalo gets the SMS in the same ticket, and no ZNS is tried', async () => {
		const run = await book('BK002', '0901000118');
		expect(ranIn(run).at(-1)).toBe('SMS is in the ticket');
		expect(get().stage.simulator.messages()).toEqual([
			expect.objectContaining({ channel: 'sms', phone: '0901000118', ticketId: ticketOf(run), text: 'MYSHOP: lich hen BK002 ngay 21/11/2026 da duoc xac nhan.' }),
		]);
	}, 60_000);

	it('where CareSoft cannot tell whether Zalo reaches the phone, the ZNS is tried', async () => {
		const path = `booking-unchecked-${randomUUID()}`;
		const copy = await get().import(FILE, { '1600191234752846': '1600191234752847', 'booking-confirmed': path });
		const run = await book('BK005', '0901888484', copy, path);
		expect(ranIn(run)).toEqual(['Booking confirmed', 'Create ticket', 'Get Zalo reachability', 'Send ZNS', 'ZNS is in the ticket']);
		expect(get().sentTo('0901888484')).toEqual(['zns delivered']);
	}, 60_000);

	it('where the answer of the ZNS is lost, nothing is sent again and an agent is told', async () => {
		const run = await book('BK003', '0903001002');
		expect(get().sentTo('0903001002')).toEqual(['zns delivered']);
		expect(ranIn(run).at(-1)).toBe('Note: please look');
		expect(await commentsOf(ticketOf(run))).toContainEqual(expect.stringContaining('Vui lòng xem tin đã gửi hay chưa'));
	}, 60_000);

	it('where neither goes out, an agent is asked to call', async () => {
		const run = await book('BK004', '0901001099');
		expect(get().stage.simulator.messages()).toEqual([]);
		expect(ranIn(run)).toEqual(expect.arrayContaining(['Send ZNS', 'Refused for this customer?', 'Send SMS', 'Note: please call']));
		expect(await commentsOf(ticketOf(run))).toContainEqual(expect.stringContaining('Vui lòng gọi điện'));
	}, 60_000);

	async function commentsOf(ticket: number): Promise<string[]> {
		const { simulator } = get().stage;
		const { domain, token } = simulator.settings.caresoft;
		const response = await fetch(`${simulator.caresoftUrl}/${domain}/api/v1/tickets/${ticket}`, { headers: { Authorization: `Bearer ${token}` } });
		const { ticket: found } = (await response.json()) as { ticket: { comments: Array<{ comment: string }> } };
		return found.comments.map(({ comment }) => comment);
	}
}
