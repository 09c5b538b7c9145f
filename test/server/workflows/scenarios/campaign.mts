import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { until } from '../../../support/stage.mjs';
import { FORM_USER, type Examples } from '../examples.mjs';

const FILE = 'zns-campaign-spreadsheet.json';
const AUTHORIZATION = { Authorization: `Basic ${Buffer.from(`${FORM_USER.user}:${FORM_USER.password}`).toString('base64')}` };

/** How n8n calls a column without a name. */
const NAMELESS = '__EMPTY';

type Row = Record<string, string | number>;

/** What is used of the library by which n8n itself reads and writes spreadsheets. */
interface Spreadsheets {
	read(data: Buffer): { SheetNames: string[]; Sheets: Record<string, unknown> };
	write(book: object, options: { type: 'buffer'; bookType: 'xlsx' }): Buffer;
	utils: { aoa_to_sheet(cells: unknown[][]): unknown; sheet_to_json(sheet: unknown): Row[] };
}

const spreadsheets = createRequire(join(__dirname, '..', '..', '..', '..', 'sandbox', 'package.json'))('@e965/xlsx') as Spreadsheets;

/** A spreadsheet that becomes messages, and comes back with the result of each row. */
export function campaign(get: () => Examples): void {
	const columnsOf = ([first]: Row[]) => Object.keys(first ?? {});

	/** A file as people make them: what is empty has no cell, and a column may lack a name. */
	function toFile(rows: Row[]): Buffer {
		const names = columnsOf(rows);
		const cells = [names.map((name) => (name.startsWith(NAMELESS) ? null : name)), ...rows.map((one) => names.map((name) => (one[name] === '' ? null : one[name])))];
		return spreadsheets.write({ SheetNames: ['Khách hàng'], Sheets: { 'Khách hàng': spreadsheets.utils.aoa_to_sheet(cells) } }, { type: 'buffer', bookType: 'xlsx' });
	}

	/** Uploads rows as a browser does, and opens the page at the end. */
	async function pageFor(rows: Row[], path = 'zns-campaign', id = get().id(FILE)): Promise<string> {
		const { stage } = get();
		const form = new FormData();
		form.set('field-0', 'Thang 11');
		form.set('field-1', new Blob([toFile(rows)]), 'khach-hang.xlsx');
		const submitted = await fetch(`${stage.server.url}/form/${path}`, { method: 'POST', headers: AUTHORIZATION, body: form });
		const { formWaitingUrl } = (await submitted.json()) as { formWaitingUrl: string };
		await until('the result is there', async () => (await stage.client.listExecutions(id, 1))[0]?.status === 'waiting', 150_000);
		return await (await fetch(formWaitingUrl, { headers: AUTHORIZATION })).text();
	}

	/** The rows of the file that a browser downloads from the page. */
	function fileOf(page: string): Row[] {
		const [, encoded = ''] = /decodeURIComponent\("([^"]+)"\)|responseBinary[^']*'([^']+)'/.exec(page) ?? [];
		const [file] = JSON.parse(decodeURIComponent(encoded)) as Array<{ data: string | { data: number[] }; fileName: string }>;
		expect(file?.fileName).toMatch(/^zns-\d{4}-\d{2}-\d{2}-\d{4}\.xlsx$/);
		const data = file?.data ?? '';
		const book = spreadsheets.read(typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data.data));
		return spreadsheets.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? '']);
	}

	const upload = async (rows: Row[]) => fileOf(await pageFor(rows));

	const row = (index: number, phone: string | number): Row => ({ phone, customer_name: `Khách ${index}`, product_name: 'Giày chạy bộ', order_code: `KM${index}`, date: '21/11/2026' });

	it('sends the good rows in few requests, and says what was delivered and what is wrong with the others', async () => {
		const good = Array.from({ length: 520 }, (_, index) => row(index, `09${30_000_000 + index}`));
		const rows = [...good.slice(0, 300), row(1000, '02838123456'), row(1001, 901_888_484), { ...row(1002, '0901888485'), order_code: 'x'.repeat(31) }, ...good.slice(300)];
		const result = await upload(rows);
		expect(result).toHaveLength(523);
		expect(result).toEqual(rows.map((one) => expect.objectContaining(one) as Row));
		expect(result.filter((one) => one.result !== 'delivered')).toEqual([
			expect.objectContaining({ phone: '02838123456', result: 'not sent', reason: expect.stringContaining('landline') as string }),
			expect.objectContaining({ phone: '0901888485', result: 'not sent', reason: expect.stringContaining('"order_code" has 31 characters') as string }),
		]);
		const messages = get().stage.simulator.messages();
		expect(messages).toHaveLength(521);
		expect(new Set(messages.map(({ phone }) => phone)).size).toBe(521);
		expect(get().sentTo('0901888484')).toHaveLength(1);
		expect(messages.every(({ campaign: name }) => name === 'Thang 11')).toBe(true);
		expect(get().stage.simulator.requests().filter(({ path }) => /bulk/i.test(path))).toHaveLength(2);
	}, 180_000);

	it('gives every column back in its order and the result behind, and loses none that has the name of a result', async () => {
		const first = { 'Ghi chú (vd. VIP)': '', result: 'cũ', ...row(4000, 901_888_490), message_id: 'của tôi' };
		const second = { 'Ghi chú (vd. VIP)': 'gọi trước', result: '', ...row(4001, '0901888491'), message_id: '' };
		const again = await upload([first, second]);
		const columns = [...Object.keys(first), 'zns_result', 'reason', 'what_to_do', 'zns_message_id'];
		expect(columnsOf(again)).toEqual(columns);
		expect(again).toEqual([expect.objectContaining({ ...first, zns_result: 'delivered' }), expect.objectContaining({ ...second, zns_result: 'delivered' })]);
		const thrice = await upload(again);
		expect(columnsOf(thrice)).toEqual([...columns, 'zns_zns_result', 'zns_reason', 'zns_what_to_do', 'zns_zns_message_id']);
		expect(thrice[0]).toMatchObject({ ...first, zns_result: 'delivered', zns_zns_result: 'sent before' });
	}, 180_000);

	it('gives a column without name back only where something stands in it', async () => {
		const book = [{ ...row(4100, '0901888492'), [NAMELESS]: 'x', [`${NAMELESS}_1`]: '' }];
		expect(columnsOf(await upload(book))).toEqual(['phone', 'customer_name', 'product_name', 'order_code', 'date', NAMELESS, 'result', 'reason', 'what_to_do', 'message_id']);
	}, 180_000);

	it('asks and answers in English and Vietnamese', async () => {
		const form = await (await fetch(`${get().stage.server.url}/form/zns-campaign`, { headers: AUTHORIZATION })).text();
		for (const text of ['Campaign · Chiến dịch', 'Spreadsheet · Bảng tính', 'Send · Gửi']) expect(form).toContain(text);
		const page = await pageFor([row(4200, '0901888493'), row(4201, '0901000118')]);
		for (const text of ['Done · Xong', 'Delivered: 1 of 2.', 'Đã tới: 1/2.']) expect(page).toContain(text);
	}, 180_000);

	it('with Preview Only sends nothing, waits for nothing, and says which rows are good', async () => {
		const path = `preview-${randomUUID()}`;
		const id = await get().import(FILE, { 'zns-campaign': path }, {}, { previewOnly: true });
		const result = fileOf(await pageFor([row(5000, '0901888494'), row(5001, '02838123456')], path, id));
		expect(result).toEqual([
			expect.objectContaining({ order_code: 'KM5000', result: 'preview', reason: '' }),
			expect.objectContaining({ order_code: 'KM5001', result: 'not sent', reason: expect.stringContaining('landline') as string }),
		]);
		expect(get().stage.simulator.messages()).toEqual([]);
	}, 180_000);

	it('a spreadsheet that is uploaded twice sends once', async () => {
		const rows = [row(2000, '0901888486'), row(2001, '0901888487')];
		expect((await upload(rows)).map(({ result }) => result)).toEqual(['delivered', 'delivered']);
		expect((await upload(rows)).map(({ result }) => result)).toEqual(['sent before', 'sent before']);
		expect(get().stage.simulator.messages()).toHaveLength(2);
	}, 180_000);

	it('says why a message was not delivered, and of which nothing is heard until the time is over', async () => {
		const result = await upload([row(3000, '0901888488'), row(3001, '0901000118'), row(3002, '0904000001')]);
		expect(result).toEqual([
			expect.objectContaining({ result: 'delivered' }),
			expect.objectContaining({ result: 'not delivered', reason: expect.stringContaining('no Zalo account') as string, what_to_do: expect.stringContaining('SMS') as string }),
			expect.objectContaining({ result: 'no result yet', reason: expect.stringContaining('within one minute') as string, message_id: get().stage.simulator.messages().at(-1)?.id }),
		]);
	}, 180_000);

	it('is for whoever knows the password', async () => {
		const form = new FormData();
		form.set('field-0', 'Thang 11');
		form.set('field-1', new Blob([toFile([row(1, '0901888484')])]), 'khach-hang.xlsx');
		expect((await fetch(`${get().stage.server.url}/form/zns-campaign`, { method: 'POST', body: form })).status).toBe(401);
		expect(get().stage.simulator.messages()).toEqual([]);
	});
}
