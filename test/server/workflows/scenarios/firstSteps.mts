import type { Execution } from '../../../../sandbox/n8n/types.mjs';
import { until } from '../../../support/stage.mjs';
import { ranIn, type Examples } from '../examples.mjs';

const FILE = 'form-zns-sms.json';

/** A form that somebody fills in, and the page behind it that says what became of the message. */
export function firstSteps(get: () => Examples): void {
	/** Fills the form in as a browser does, and reads the page at its end. */
	async function fillIn(phone: string, orderCode: string): Promise<{ page: string; run: Execution }> {
		const { stage } = get();
		const id = get().id(FILE);
		const form = new FormData();
		for (const [index, value] of ['Nguyễn Thị Hoàng Anh', phone, orderCode].entries()) form.set(`field-${index}`, value);
		const submitted = await fetch(`${stage.server.url}/form/send-zns`, { method: 'POST', body: form });
		const { formWaitingUrl } = (await submitted.json()) as { formWaitingUrl: string };
		const [, executionId = ''] = /form-waiting\/(\d+)/.exec(formWaitingUrl) ?? [];
		await until('the page is there', async () => (await stage.client.listExecutions(id)).find((run) => run.id === executionId)?.status === 'waiting', 150_000);
		const page = await (await fetch(formWaitingUrl)).text();
		return { page, run: await stage.client.getExecution(executionId) };
	}

	it.each([
		['is on Zalo', '0901 888 484', 'FA', ['zns delivered'], 'Page: delivered', 'Đã tới máy khách'],
		['is not on Zalo', '0901000118', 'FB', ['zns failed', 'sms delivered'], 'Page: SMS', 'Đã gửi SMS'],
		['has refused such messages', '0901000139', 'FC', ['zns failed'], 'Page: not reached', 'Không tới được'],
		['has a number that is none', '02838123456', 'FD', [], 'Page: not reached', 'landline'],
	])('a customer who %s', async (_, phone, orderCode, sent, last, text) => {
		const { page, run } = await fillIn(phone, orderCode);
		expect(ranIn(run).at(-1)).toBe(last);
		expect(page).toContain(text);
		await get().stage.simulator.whenIdle();
		expect(get().sentTo(phone.replaceAll(' ', ''))).toEqual(sent);
	}, 180_000);

	it('an order that was sent before ends at "no result", and nothing is sent', async () => {
		await fillIn('0901888485', 'FE');
		const { page, run } = await fillIn('0901888485', 'FE');
		expect(ranIn(run).at(-1)).toBe('Page: no result');
		expect(page).toContain('Chưa có kết quả');
		expect(get().sentTo('0901888485')).toEqual(['zns delivered']);
	}, 180_000);

	it('a customer of whom nothing is heard until the time is over gets no SMS: the ZNS may still arrive', async () => {
		const { page, run } = await fillIn('0904000001', 'FG');
		expect(ranIn(run)).toEqual(['Order form', 'Send ZNS', 'Page: no result']);
		expect(page).toContain('No final report was there within one minute');
		expect(get().sentTo('0904000001')).toEqual(['zns accepted']);
	}, 180_000);
}
