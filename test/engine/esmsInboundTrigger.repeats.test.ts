import { createHash } from 'crypto';
import { sleep } from 'n8n-workflow';
import { openCall, type OpenWebhookResult, type WebhookCall } from '../support/triggerCalls.mjs';

const KEY = 'PrivateKey123';
const zaloZnsEsmsApi = { apiKey: 'API-KEY', secretKey: 'SECRET-KEY', baseUrl: '', partnerId: 'CP01', partnerPrivateKey: KEY };
const MESSAGE = { sender: '84901888484', content: 'MUA VE 2', serviceNumber: '8041', keyword: 'MUA', cpid: 'CP01', smsid: '1001', receiverTime: '20130228130101' };

const signatureOf = (changed: Partial<typeof MESSAGE> = {}) => {
	const { cpid, smsid, content, receiverTime } = { ...MESSAGE, ...changed };
	return createHash('md5').update(`${cpid}${smsid}${content}${receiverTime}${KEY}`).digest('base64');
};
const query = (changed: Partial<typeof MESSAGE> = {}, sign = signatureOf(changed)) => new URLSearchParams({ sign, ...MESSAGE, ...changed }).toString();
const response = (text: string, smsid = '1001', sender = '84901888484') => `<ClientResponse><Message>${text}</Message><Smsid>${smsid}</Smsid><Receiver>${sender}</Receiver></ClientResponse>`;

let workflows = 0;
/** A trigger of its own, which replies by its last node unless another way is given. */
function someTrigger(parameters: WebhookCall['parameters'] = { replyMode: 'lastNode' }, own: Partial<WebhookCall> = {}) {
	const workflowId = `again-${++workflows}`;
	return async (given: string, more: Partial<WebhookCall> = {}): Promise<OpenWebhookResult> =>
		await openCall({ type: 'esmsInboundTrigger', method: 'GET', query: given, parameters, credentials: { zaloZnsEsmsApi }, workflowId, ...own, ...more });
}

/** Whether a call is answered by now. */
async function isAnswered(call: Promise<unknown>): Promise<boolean> {
	return await Promise.race([call.then(() => true), sleep(50).then(() => false)]);
}

describe('while the workflow runs', () => {
	it('a repeat waits for the reply of the last node, and gets the same', async () => {
		const call = someTrigger();
		const first = await call(query());
		const repeats = [call(query()), call(query()), call(query())];
		expect(await isAnswered(Promise.race(repeats))).toBe(false);
		first.finish([{ reply: 'Mã của bạn: 5 < 6' }]);
		expect(first.answer).toBe(response('Mã của bạn: 5 &lt; 6'));
		for (const { status, answer, contentType, outputs } of await Promise.all(repeats)) {
			expect({ status, answer, contentType, outputs }).toEqual({ status: 200, answer: first.answer, contentType: first.contentType, outputs: undefined });
		}
	});

	it('of two calls in the same moment one starts the workflow, and both get its reply', async () => {
		const call = someTrigger();
		const calls = [call(query()), call(query())];
		const first = await Promise.race(calls);
		first.finish([{ reply: 'ok' }]);
		const both = await Promise.all(calls);
		expect(both.filter(({ outputs }) => outputs !== undefined)).toEqual([first]);
		expect(both.map(({ answer }) => answer)).toEqual([response('ok'), response('ok')]);
	});

	it('the reply of a run that failed is that of its repeat, too', async () => {
		const call = someTrigger();
		const first = await call(query());
		const repeat = call(query());
		first.finish({ message: 'Error in workflow' }, 500);
		const { status, answer, contentType, outputs } = await repeat;
		expect({ status, answer, contentType, outputs }).toEqual({ status: 500, answer: { message: 'Error in workflow' }, contentType: undefined, outputs: undefined });
	});

	it('a caller who hangs up is waited for no longer', async () => {
		const call = someTrigger();
		await call(query());
		let hangUp = () => {};
		const repeat = call(query(), { hangsUp: new Promise((resolve) => (hangUp = resolve)) });
		expect(await isAnswered(repeat)).toBe(false);
		hangUp();
		expect((await repeat).outputs).toBeUndefined();
	});

	it('more repeats than eSMS makes are not kept waiting', async () => {
		const call = someTrigger();
		const first = await call(query());
		const waiting = Array.from({ length: 10 }, async () => await call(query()));
		await sleep(20);
		expect((await call(query())).answer).toBe(response(''));
		first.finish([{ reply: 'ok' }]);
		expect((await Promise.all(waiting)).map(({ answer }) => answer)).toEqual(Array(10).fill(response('ok')));
		expect((await call(query())).answer).toBe(response('ok'));
	});

	it('another message is not kept waiting', async () => {
		const call = someTrigger();
		await call(query());
		expect((await call(query({ smsid: '1002' }))).outputs).toBeDefined();
	});

	it('a forged repeat is refused at once', async () => {
		const call = someTrigger();
		await call(query());
		expect((await call(query({}, 'Ky7q/TZ9X/a306sDNmqbxA=='))).status).toBe(401);
	});
});

describe('after the reply', () => {
	it.each([
		['of the last node', [{ reply: 'Cảm ơn' }], 'Cảm ơn'],
		['without text', [], ''],
	])('%s, a repeat gets the same', async (_, items, text) => {
		const call = someTrigger();
		(await call(query())).finish(items);
		for (let n = 0; n < 3; n++) {
			const { answer, outputs } = await call(query());
			expect([answer, outputs]).toEqual([response(text), undefined]);
		}
	});

	it('the text is that of the first call, whatever the node says by now', async () => {
		const call = someTrigger();
		expect((await call(query(), { parameters: { replyText: 'before' } })).answer).toBe(response('before'));
		for (const parameters of [{ replyText: 'after' }, { replyMode: 'none' }, { replyMode: 'lastNode' }]) expect((await call(query(), { parameters })).answer).toBe(response('before'));
		expect((await call(query({ smsid: '1002' }), { parameters: { replyText: 'after' } })).answer).toBe(response('after', '1002'));
	});

	it('eSMS may write the signature or the time of the same message differently', async () => {
		const call = someTrigger();
		(await call(query())).finish([{ reply: 'ok' }]);
		const hex = Buffer.from(signatureOf(), 'base64').toString('hex');
		for (const given of [query({}, hex), query({ receiverTime: '20130228130501' })]) {
			const { answer, outputs } = await call(given);
			expect([answer, outputs]).toEqual([response('ok'), undefined]);
		}
	});

	it('after an hour the text of the last node is not known any more', async () => {
		const call = someTrigger();
		(await call(query())).finish([{ reply: '686868' }]);
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 61 * 60_000);
		const { answer, outputs } = await call(query());
		clock.mockRestore();
		expect([answer, outputs]).toEqual([response(''), undefined]);
	});

	it('after a restart nothing starts; the text of the node is replied, that of a last node is not known', async () => {
		for (const [parameters, text] of [[{ replyText: 'Cảm ơn' }, 'Cảm ơn'], [{ replyMode: 'lastNode' }, '']] as const) {
			const staticData = {};
			await someTrigger(parameters, { staticData })(query());
			// Another workflow ID stands for another process.
			const { answer, outputs } = await someTrigger(parameters, { staticData })(query());
			expect([answer, outputs]).toEqual([response(text), undefined]);
			expect(JSON.stringify(staticData)).not.toMatch(/1001|Cảm ơn|84901888484/);
		}
	});

	it.each([
		['another sender', query({ sender: '84999999999' }, signatureOf()), '1001', '84999999999'],
		['another short code', query({ serviceNumber: '6088' }, signatureOf()), '1001', '84901888484'],
		['the first word moved into the message ID', query({ smsid: '1001MUA', content: ' VE 2' }, signatureOf()), '1001MUA', '84901888484'],
	])('an overheard call with %s is told nothing of the reply', async (_, overheard, smsid, sender) => {
		const call = someTrigger();
		(await call(query())).finish([{ reply: 'Mã: 686868' }]);
		const { answer, outputs } = await call(overheard);
		expect([answer, outputs]).toEqual([response('', smsid, sender), undefined]);
	});

	it('nothing is a repeat at the test URL, and nothing waits', async () => {
		const call = someTrigger({ replyMode: 'lastNode' }, { mode: 'manual' });
		for (let n = 0; n < 2; n++) expect((await call(query())).outputs).toBeDefined();
	});
});

describe('a call that was overheard and cut anew', () => {
	const CUT: Array<[string, Partial<typeof MESSAGE>]> = [
		['the first word moved into the ID', { smsid: '1001MUA', content: ' VE 2' }],
		['a part of the ID moved into the text', { smsid: '100', content: '1MUA VE 2' }],
		['the text moved into the time', { content: 'MUA VE', receiverTime: ' 220130228130101' }],
	];

	it.each(CUT)('%s: starts nothing, and the message that really has its ID still does', async (_, cut) => {
		const call = someTrigger({ replyText: 'ok' });
		expect((await call(query())).outputs).toBeDefined();
		for (let n = 0; n < 2; n++) expect((await call(query(cut, signatureOf()))).outputs).toBeUndefined();
		if (cut.smsid === undefined) return;
		const genuine = { smsid: cut.smsid, content: 'HEN 9h' };
		expect((await call(query(genuine))).outputs).toBeDefined();
		expect((await call(query(genuine))).outputs).toBeUndefined();
	});

	it('a message that eSMS signed anew, with another time, cannot be cut either', async () => {
		const call = someTrigger({ replyText: 'ok' });
		const anew = { receiverTime: '20130228130501' };
		expect((await call(query())).outputs).toBeDefined();
		expect((await call(query(anew))).outputs).toBeUndefined();
		expect((await call(query({ ...anew, smsid: '1001MUA', content: ' VE 2' }, signatureOf(anew)))).outputs).toBeUndefined();
	});

	it('what is remembered is hashes in the order in which they came, so the newest outlive a restart', async () => {
		const staticData: Record<string, { emitted: string }> = {};
		const call = someTrigger({ replyText: 'ok' }, { staticData: staticData as never });
		for (let n = 0; n < 260; n++) await call(query({ smsid: String(9_000 - n) }));
		const kept = (Object.values(staticData)[0]?.emitted ?? '').split(',');
		expect(kept).toHaveLength(500);
		expect(kept.filter((mark) => !/^[0-9a-f]{32}:\d{13}$/.test(mark))).toEqual([]);
		const restarted = someTrigger({ replyText: 'ok' }, { staticData: staticData as never });
		// Signed anew, so only the message ID can tell it.
		expect((await restarted(query({ smsid: '8741', receiverTime: '20130228130501' }))).outputs).toBeUndefined();
	});
});
