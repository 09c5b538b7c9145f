import { inQuickTime } from '../../support/quickTime.mjs';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { busiestSecond, startWatched, type Instead, type Watched } from '../../support/arrivals.mjs';
import { runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { pause } from '../../support/stage.mjs';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const ZNS: INodeParameters = {
	provider: 'esms',
	officialAccount: byId('4097311281936189049'),
	template: byId('={{ $json.template ?? "205644" }}'),
	phone: '={{ $json.phone }}',
	specifyParameters: 'json',
	templateParametersJson: '={{ { otp: $json.otp ?? "686868" } }}',
};
const phones = (count: number): IDataObject[] => Array.from({ length: count }, (_, index) => ({ phone: `09${10_000_000 + index}` }));
const isRead = (path: string) => /GetTemplate|GetZnsTemplateInfo/.test(path);

const opened: Watched[] = [];
afterEach(async () => {
	for (const server of opened.splice(0)) await server.close();
});

/** Sends a ZNS for each item through a provider that does something else now and then. */
async function send(items: IDataObject[], options: INodeParameters, instead?: Instead, more: Partial<EngineRun> = {}): Promise<EngineResult & { watched: Watched; jsons: IDataObject[] }> {
	const watched = await startWatched(instead);
	opened.push(watched);
	const result = await runNode({
		type: 'sendZns', parameters: { ...ZNS, options }, items, onError: 'continueRegularOutput', unreal: true,
		credentials: { zaloZnsEsmsApi: { apiKey: 'API-KEY-1', secretKey: 'SECRET-KEY-1', baseUrl: `${watched.url}/esms` } },
		...more,
	});
	return { ...result, watched, jsons: result.outputs.flat().map(({ json }) => json) };
}

describe('the pace of a run', () => {
	it.each([
		[5, 5],
		[7.5, 7],
	])('%d a second: no second holds more, with what is read and what is sent together', async (requestsPerSecond, most) => {
		const items = phones(5).map((item, index) => ({ ...item, template: String(205_644 + index) }));
		const { watched, jsons } = await send(items, { requestsPerSecond });
		expect(jsons.map(({ status }) => status)).toEqual(items.map(() => 'accepted'));
		expect(watched.arrivals.filter(({ path }) => isRead(path))).toHaveLength(15);
		expect(watched.arrivals).toHaveLength(20);
		expect(busiestSecond(watched.arrivals)).toBeLessThanOrEqual(most);
	});

	it('0.5 a second is one in two seconds', async () => {
		const { watched } = await send(phones(1), { requestsPerSecond: 0.5 });
		const times = watched.arrivals.map(({ at }) => at);
		expect(times).toHaveLength(4);
		for (const [index, at] of times.entries()) if (index > 0) expect(at - (times[index - 1] as number)).toBeGreaterThan(1990);
	});

	it('one answer that takes 8 s costs the others nothing', async () => {
		let answeredAt = 0;
		const slow: Instead = async ({ path }, n) => {
			if (isRead(path) || n !== 4) return false;
			await pause(8_000);
			answeredAt = performance.now();
			return false;
		};
		const { watched, jsons } = await send(phones(100), { requestsPerSecond: 20 }, slow);
		expect(jsons.every(({ status }) => status === 'accepted')).toBe(true);
		// A pace that waits for it lets out no more than 20 meanwhile.
		expect(watched.arrivals.filter(({ at }) => at < answeredAt).length).toBeGreaterThan(60);
		expect(busiestSecond(watched.arrivals)).toBeLessThanOrEqual(20);
	});
});

describe('what is read before', () => {
	it('is asked for again where its connection breaks, and once for all items', async () => {
		const breaks: Instead = ({ path }, _n, { request }) => {
			if (!path.endsWith('/GetZnsTemplateInfo') || broke) return false;
			broke = true;
			request.socket.destroy();
			return true;
		};
		let broke = false;
		const { watched, jsons } = await send(phones(5), { requestsPerSecond: 0 }, breaks);
		expect(jsons.map(({ status }) => status)).toEqual(Array(5).fill('accepted'));
		expect(watched.arrivals.filter(({ path }) => path.endsWith('/GetZnsTemplateInfo'))).toHaveLength(2);
	});

	it('is tried three times, then fails its items and no others; a failure is not remembered', async () => {
		const items = phones(3).map((item, index) => ({ ...item, template: index === 1 ? '205644' : '999' }));
		const fails: Instead = ({ path }, _n, { request, response }) => {
			if (!path.endsWith('/GetZnsTemplateInfo') || !request.url?.includes('=999')) return false;
			response.writeHead(503).end();
			return true;
		};
		const { jsons } = await send(items, { requestsPerSecond: 0 }, fails);
		expect(jsons.map(({ status, details }) => status ?? (details as IDataObject).class)).toEqual(['retry', 'accepted', 'retry']);
	});

	it('costs a send by name nothing where the list of templates cannot be read', async () => {
		const odd: Instead = ({ path }, _n, { response }) => {
			if (!path.endsWith('/GetTemplate/')) return false;
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"CodeResult":"999"}');
			return true;
		};
		const { jsons } = await send(phones(2), { requestsPerSecond: 0 }, odd);
		expect(jsons.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
	});
});

describe('a provider that refuses every message', () => {
	const answers = (status: number, body: object): Instead => ({ path }, _n, { response }) => {
		if (isRead(path)) return false;
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		return true;
	};
	const asked = ({ watched }: { watched: Watched }) => watched.arrivals.filter(({ path }) => !isRead(path)).length;

	it('because of too many requests is not asked by each item anew: the run slows down as one and stops', async () => {
		const result = await send(phones(200), { requestsPerSecond: 20 }, answers(429, {}));
		expect(asked(result)).toBeLessThanOrEqual(30);
		expect(result.jsons).toHaveLength(200);
		expect(result.jsons.every(({ error }) => typeof error === 'string')).toBe(true);
		expect(result.jsons.at(-1)).toMatchObject({ error: 'Not sent: eSMS was not asked for this item', details: { retryable: true } });
	});

	it('because the wallet is empty is not asked 200 times', async () => {
		const result = await send(phones(200), { requestsPerSecond: 20 }, answers(200, { CodeResult: '103', ErrorMessage: 'Balance not enough to send message' }));
		expect(asked(result)).toBeLessThanOrEqual(25);
		expect(result.jsons[0]).toMatchObject({ details: { class: 'billing' } });
		expect(result.jsons.at(-1)?.error).toBe('Not sent: eSMS was not asked for this item');
	});
});

describe('an account that is refused while templates are read', () => {
	const answer = (status: number, body: object): Instead => (_arrival, _n, { response }) => {
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		return true;
	};
	const items = phones(30).map((item, index) => ({ ...item, template: String(205_644 + index) }));

	it('stops the run at once with wrong keys', async () => {
		const { watched, jsons } = await send(items, { requestsPerSecond: 0 }, answer(200, { CodeResult: '101', Error: 101 }));
		expect(watched.arrivals.length).toBeLessThan(10);
		expect(jsons[0]).toMatchObject({ details: { class: 'auth' } });
		expect(jsons.at(-1)).toMatchObject({ error: 'eSMS was not asked for this item', details: { class: 'retry' } });
	});

	it('says of too many requests what it is', async () => {
		const { jsons } = await send(items.slice(0, 8), { requestsPerSecond: 0 }, answer(429, {}));
		for (const { error, message } of jsons) expect(`${String(error)} ${String(message)}`).not.toMatch(/expression/);
		expect(jsons.at(-1)).toMatchObject({ error: 'eSMS was not asked for this item', message: expect.stringContaining('too many requests'), details: { class: 'retry', retryable: true } });
	});
});

describe('Retry On Fail and Retry', () => {
	it('is refused before the first request where nothing tells a repeat', async () => {
		const { watched, jsons } = await send(phones(2), { requestIdBy: 'none' }, undefined, { retryOnFail: true });
		expect(watched.arrivals.filter(({ path }) => !isRead(path))).toEqual([]);
		expect(jsons.map(({ error }) => error)).toEqual(Array(2).fill('Retry On Fail is on, and eSMS cannot tell a repeat from a new message'));
	});

	it.each([0, 1, 2])('is refused with %i tries, too: n8n makes two at least', async (maxTries) => {
		const { watched } = await send(phones(1), { requestIdBy: 'none' }, undefined, { retryOnFail: true, maxTries });
		expect(watched.arrivals.filter(({ path }) => !isRead(path))).toEqual([]);
	});

	it('sends where the request ID tells a repeat', async () => {
		const { jsons } = await send(phones(2), {}, undefined, { retryOnFail: true, mode: 'retry' });
		expect(jsons.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
	});

	it.each([
		['one by one', {}],
		['in batches', { sending: 'batches' }],
	])('%s, a retry does not send again what the first execution may have sent under IDs of its own', async (_what, sending) => {
		const parameters = { ...ZNS, ...sending, options: { requestIdBy: 'execution', requestsPerSecond: 0 } };
		const { watched, jsons } = await send(phones(2), {}, undefined, { mode: 'retry', parameters });
		expect(watched.arrivals.filter(({ path }) => !isRead(path))).toEqual([]);
		expect(jsons).toEqual(Array(2).fill(expect.objectContaining({ details: expect.objectContaining({ class: 'uncertain', retryable: false }) })));
	});

	it('sends where Retry On Fail stays within the execution that makes the request ID', async () => {
		const { jsons } = await send(phones(2), { requestIdBy: 'execution' }, undefined, { retryOnFail: true });
		expect(jsons.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
	});

	it('does not send again what the first run may have sent', async () => {
		const { watched, jsons } = await send(phones(1), { requestIdBy: 'none' }, undefined, { mode: 'retry' });
		expect(watched.arrivals.filter(({ path }) => !isRead(path))).toEqual([]);
		expect(jsons).toEqual([expect.objectContaining({ details: expect.objectContaining({ class: 'uncertain' }) })]);
	});
});

describe('what the user gets back', () => {
	it('a receipt of the sandbox is told from a real one', async () => {
		expect((await send(phones(1), { sandbox: true })).jsons).toEqual([expect.objectContaining({ status: 'sandbox' })]);
	});

	it('a receipt names the send date in Vietnam', async () => {
		const { jsons } = await send(phones(1), { sendDate: '2099-12-31T01:30:00Z' });
		expect(jsons).toEqual([expect.objectContaining({ sendDate: '2099-12-31T08:30:00.000+07:00' })]);
	});

	it('keeps the fields of the input where the user wants that', async () => {
		const { jsons } = await send([{ phone: '0901888484', orderCode: 'DH1', status: 'new' }], { includeInputFields: true });
		expect(jsons).toEqual([expect.objectContaining({ orderCode: 'DH1', status: 'accepted', recipient: { phone: '0901888484' } })]);
	});

	it('a run that stops half-way keeps the receipts of what went out in its error', async () => {
		const refusesThird: Instead = ({ body }, _n, { response }) => {
			if (!body.includes('0910000002')) return false;
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"CodeResult":"108"}');
			return true;
		};
		const { error } = await send(phones(3), { requestsPerSecond: 0 }, refusesThird, { onError: undefined });
		expect(error?.description).toMatch(/Sent: items 0-1\./);
		expect(error?.context?.receipts).toEqual([0, 1].map((item) => expect.objectContaining({ item, status: 'accepted', messageId: expect.any(String) })));
	});

	it('a duplicate says that nothing was sent again, and how to send again', async () => {
		const duplicate: Instead = ({ path }, _n, { response }) => {
			if (isRead(path)) return false;
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"CodeResult":"124","SendStatus":"5"}');
			return true;
		};
		const { run, jsons } = await send(phones(2), {}, duplicate);
		expect(jsons.map(({ status, sendStatus }) => [status, sendStatus])).toEqual([['duplicate', '5'], ['duplicate', '5']]);
		const hints = run.data.resultData.runData['Send ZNS']?.[0]?.hints ?? [];
		expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(/Nothing was sent for them now\. eSMS says of the first messages: finished, delivered or not \(2\)\..*'Once per Execution'/)]);
	});

	it.each([['with', '"SendStatus":"2"', 'whose send status is 2'], ['without', '"SendStatus":{}', 'was called a duplicate']])(
		'160, then 124 %s a status of the message: not certain',
		async (_what, member, told) => {
			let sends = 0;
			const refusedThenDuplicate: Instead = ({ path }, _n, { response }) => {
				if (isRead(path)) return false;
				response.writeHead(200, { 'content-type': 'application/json' }).end(sends++ === 0 ? '{"CodeResult":"160"}' : `{"CodeResult":"124",${member}}`);
				return true;
			};
			const { jsons } = await send(phones(1), {}, refusedThenDuplicate);
			expect(jsons).toEqual([expect.objectContaining({ error: expect.stringContaining(told), details: expect.objectContaining({ class: 'uncertain' }) })]);
		},
	);

	it('160 to everything: the run slows down as one and stops', async () => {
		let sends = 0;
		const tooMany: Instead = ({ path }, _n, { response }) => {
			if (isRead(path)) return false;
			sends++;
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"CodeResult":"160"}');
			return true;
		};
		const { jsons } = await inQuickTime(30, async () => await send(phones(60), {}, tooMany));
		expect(jsons).toHaveLength(60);
		expect(jsons.at(-1)).toMatchObject({ message: expect.stringContaining('eSMS goes on refusing because of too many requests') });
		expect(sends).toBeLessThan(40);
	});

	it.each<[string, IDataObject, string]>([
		['a phone number', { phone: '0901' }, 'bad_phone'],
		['data of the template', { phone: '0901888484', otp: { a: 1 } }, 'params'],
	])('%s that is wrong has its own class', async (_what, item, failureClass) => {
		expect((await send([item], {})).jsons).toEqual([expect.objectContaining({ details: expect.objectContaining({ class: failureClass }) })]);
	});
});
