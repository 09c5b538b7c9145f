import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, caresoft, sendZns } from './client.mjs';
import { readEvents } from './events.mjs';
import { compilePageScript } from './pageScript.mjs';

const SECRETS = ['SIMULATOR-API-KEY', 'SIMULATOR-SECRET-KEY', 'SIMULATOR-API-TOKEN', 'SIMULATOR-WEBHOOK-SECRET'];

describe('the control interface of the simulator', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator({ esms: { callback: { delayMs: 1 } } });
	});
	afterEach(async () => await simulator.close());

	it('shows its state without any credential', async () => {
		await sendZns(simulator);
		await caresoft(simulator, 'GET', 'agents');
		await simulator.whenIdle();
		const { text, json } = await call('GET', `${simulator.url}/_sim/state`);
		expect(json()).toMatchObject({
			messages: [{ phone: '0901888484', state: 'delivered' }],
			requests: [
				{ provider: 'esms', method: 'POST', path: '/esms/MainService.svc/json/SendZaloMessage_V6/', status: 200, code: '100' },
				{ provider: 'caresoft', method: 'GET', path: '/caresoft/simshop/api/v1/agents', status: 200, code: 'ok' },
			],
			callbacks: [],
			settings: { esms: { apiKey: '***' } },
		});
		for (const secret of SECRETS) expect(text).not.toContain(secret);
	});

	it('changes settings and refuses names it does not know, leaving nothing half done', async () => {
		const patch = async (body: unknown) => await call('PATCH', `${simulator.url}/_sim/settings`, body);
		expect((await patch({ esms: { znsPrice: 500 } })).status).toBe(200);
		expect(simulator.settings.esms.znsPrice).toBe(500);
		const refused = await patch({ esms: { znsPrice: 700, nonsense: 1 } });
		expect(refused).toMatchObject({ status: 400, text: expect.stringContaining('settings.esms.nonsense') });
		expect(simulator.settings.esms.znsPrice).toBe(500);
		expect((await patch({ esms: { znsPrice: '1' } })).status).toBe(400);
		expect((await patch('no json')).status).toBe(400);
	});

	it('returns to its start at reset', async () => {
		simulator.configure({ esms: { znsPrice: 500, unknownOaCode: '204' } });
		await sendZns(simulator, { RequestId: 'r' });
		expect((await call('POST', `${simulator.url}/_sim/reset`)).status).toBe(200);
		expect(simulator.messages()).toEqual([]);
		expect(simulator.requests()).toEqual([]);
		expect(simulator.settings.esms).toMatchObject({ znsPrice: 330, unknownOaCode: '799', callback: { delayMs: 1 } });
		expect(simulator.balance).toBe(simulator.settings.esms.balance);
		expect((await sendZns(simulator, { RequestId: 'r' })).json().CodeResult).toBe('100');
	});

	it('streams the past and then every change', async () => {
		await sendZns(simulator, { Phone: '0912345678' });
		await simulator.whenIdle();
		const events = readEvents(`${simulator.url}/_sim/events`);
		const start = await events.next();
		expect(start).toMatchObject({ event: 'start', data: { messages: [{ phone: '0912345678' }], requests: [{}] } });
		await sendZns(simulator, { CallbackUrl: `${simulator.url}/secret-token` });
		const changes = await events.next();
		expect(changes).toMatchObject({
			event: 'changes',
			data: expect.arrayContaining([expect.objectContaining({ kind: 'message', item: expect.objectContaining({ phone: '0901888484' }) })]),
		});
		expect(JSON.stringify(changes)).not.toContain('secret-token');
		events.stop();
	});

	it('tells the page where webhooks go, whenever that changes', async () => {
		const events = readEvents(`${simulator.url}/_sim/events`);
		expect(await events.next()).toMatchObject({ event: 'start', data: { webhooks: { zalo: '', caresoft: '' } } });
		simulator.configure({ caresoft: { webhook: { url: 'http://127.0.0.1:1/hook' } } });
		expect(await events.next()).toEqual({ event: 'webhooks', data: { zalo: '', caresoft: 'http://127.0.0.1:1/hook' } });
		expect(await events.next()).toMatchObject({ event: 'changes' });
		simulator.reset();
		expect(await events.next()).toEqual({ event: 'webhooks', data: { zalo: '', caresoft: '' } });
		events.stop();
	});

	it('serves a page that needs nothing from elsewhere', async () => {
		const { status, contentType, text } = await call('GET', `${simulator.url}/`);
		expect(status).toBe(200);
		expect(contentType).toMatch(/^text\/html/);
		// The addresses to enter into credentials are no links.
		expect(text.replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/https?:\/\//);
		expect(text).not.toContain('innerHTML');
		expect(() => compilePageScript(text)).not.toThrow();
	});

	it('says so when its port is taken', async () => {
		const port = Number(new URL(simulator.url).port);
		await expect(startSimulator({}, { port })).rejects.toThrow(`cannot listen on 127.0.0.1:${port}: the port is already in use`);
	});

	it('refuses to start with a setting it does not know', async () => {
		const typo = { esms: { znsPrize: 1 } } as object;
		await expect(startSimulator(typo)).rejects.toThrow('There is no setting settings.esms.znsPrize');
	});

	it('closes with open streams, unanswered requests and pending reports', async () => {
		simulator.configure({ esms: { callback: { delayMs: 60_000 } } });
		const events = readEvents(`${simulator.url}/_sim/events`);
		await events.next();
		const lost = sendZns(simulator, { Phone: '0903001007' }).catch((error: unknown) => error);
		await sendZns(simulator);
		await simulator.close();
		expect(await lost).toBeInstanceOf(Error);
		await simulator.whenIdle();
		events.stop();
	});

	it('keeps only the newest entries of its lists', async () => {
		simulator.configure({ keep: { messages: 5, requests: 3 } });
		for (let i = 0; i < 30; i++) await sendZns(simulator);
		expect(simulator.messages()).toHaveLength(5);
		expect(simulator.requests().map(({ id }) => id)).toEqual([28, 29, 30]);
	});
});
