import { createRequire } from 'node:module';
import { join } from 'node:path';
import { until } from '../../../support/stage.mjs';
import { FORM_USER, type Examples } from '../examples.mjs';

const FILE = 'zns-campaign-spreadsheet.json';
const AUTHORIZATION = { Authorization: `Basic ${Buffer.from(`${FORM_USER.user}:${FORM_USER.password}`).toString('base64')}` };

type Row = Record<string, string | number>;

/** What is used of the library by which n8n itself reads and writes spreadsheets. */
interface Spreadsheets {
	read(data: Buffer): { SheetNames: string[]; Sheets: Record<string, unknown> };
	write(book: object, options: { type: 'buffer'; bookType: 'xlsx' }): Buffer;
	utils: { json_to_sheet(rows: Row[]): unknown; sheet_to_json(sheet: unknown): Row[] };
}

const spreadsheets = createRequire(join(__dirname, '..', '..', '..', '..', 'sandbox', 'package.json'))('@e965/xlsx') as Spreadsheets;

/** A spreadsheet that becomes messages, and comes back with the result of each row. */
export function campaign(get: () => Examples): void {
	const toFile = (rows: Row[]) => spreadsheets.write({ SheetNames: ['Khách hàng'], Sheets: { 'Khách hàng': spreadsheets.utils.json_to_sheet(rows) } }, { type: 'buffer', bookType: 'xlsx' });

	/** Uploads rows as a browser does, and downloads the result. */
	async function upload(rows: Row[]): Promise<Row[]> {
		const { stage } = get();
		const form = new FormData();
		form.set('field-0', 'Thang 11');
		form.set('field-1', new Blob([toFile(rows)]), 'khach-hang.xlsx');
		const submitted = await fetch(`${stage.server.url}/form/zns-campaign`, { method: 'POST', headers: AUTHORIZATION, body: form });
		const { formWaitingUrl } = (await submitted.json()) as { formWaitingUrl: string };
		await until('the result is there', async () => (await stage.client.listExecutions(get().id(FILE), 1))[0]?.status === 'waiting');
		const page = await (await fetch(formWaitingUrl, { headers: AUTHORIZATION })).text();
		const [, encoded = ''] = /decodeURIComponent\("([^"]+)"\)|responseBinary[^']*'([^']+)'/.exec(page) ?? [];
		const [file] = JSON.parse(decodeURIComponent(encoded)) as Array<{ data: string | { data: number[] }; fileName: string }>;
		expect(file?.fileName).toMatch(/^zns-\d{4}-\d{2}-\d{2}-\d{4}\.xlsx$/);
		const data = file?.data ?? '';
		const book = spreadsheets.read(typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data.data));
		return spreadsheets.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? '']);
	}

	const row = (index: number, phone: string | number): Row => ({ phone, customer_name: `Khách ${index}`, product_name: 'Giày chạy bộ', order_code: `KM${index}`, date: '21/11/2026' });

	it('sends the good rows in few requests and says what is wrong with the others', async () => {
		const good = Array.from({ length: 600 }, (_, index) => row(index, `09${30_000_000 + index}`));
		const rows = [...good.slice(0, 300), row(1000, '02838123456'), row(1001, 901_888_484), { ...row(1002, '0901888485'), order_code: 'x'.repeat(31) }, ...good.slice(300)];
		const result = await upload(rows);
		expect(result).toHaveLength(603);
		expect(result.map(({ row: number }) => number)).toEqual(rows.map((_, index) => index + 2));
		expect(result.filter((one) => one.result !== 'sent')).toEqual([
			expect.objectContaining({ row: 302, phone: '02838123456', result: 'not sent', reason: expect.stringContaining('landline') as string }),
			expect.objectContaining({ row: 304, result: 'not sent', reason: expect.stringContaining('"order_code" has 31 characters') as string }),
		]);
		const messages = get().stage.simulator.messages();
		expect(messages).toHaveLength(601);
		expect(new Set(messages.map(({ phone }) => phone)).size).toBe(601);
		expect(get().sentTo('0901888484')).toHaveLength(1);
		expect(messages.every(({ campaign: name }) => name === 'Thang 11')).toBe(true);
		expect(get().stage.simulator.requests().filter(({ path }) => /bulk/i.test(path))).toHaveLength(2);
	}, 120_000);

	it('a spreadsheet that is uploaded twice sends once', async () => {
		const rows = [row(2000, '0901888486'), row(2001, '0901888487')];
		expect((await upload(rows)).map(({ result }) => result)).toEqual(['sent', 'sent']);
		expect((await upload(rows)).map(({ result }) => result)).toEqual(['sent before', 'sent before']);
		expect(get().stage.simulator.messages()).toHaveLength(2);
	}, 120_000);

	it('is for whoever knows the password', async () => {
		const form = new FormData();
		form.set('field-0', 'Thang 11');
		form.set('field-1', new Blob([toFile([row(1, '0901888484')])]), 'khach-hang.xlsx');
		expect((await fetch(`${get().stage.server.url}/form/zns-campaign`, { method: 'POST', body: form })).status).toBe(401);
		expect(get().stage.simulator.messages()).toEqual([]);
	});
}
