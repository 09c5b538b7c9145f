import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { webhookSignature } from '../../../sandbox/simulator/caresoft/signature.mjs';
import { caresoft, caresoftZns } from './client.mjs';
import { startReceiver, type Receiver } from './receiver.mjs';

const KEY = { secret: 'CS123', signature: 'uppercase' } as const;

describe('the signature of a CareSoft webhook', () => {
	it.each([
		['{"ticket_id":1}', '420A69CE7D3C36559E9828D6361530DF30065D37'],
		['{"ticket_id": 1}', '2BA355D8BFA91E284F2DBB2E938E190801D33539'],
		[
			'{"object":"ticket","action":"update","ticket":{"ticket_id":297005,"ticket_source":"inbox_zalo_zns","ticket_subject":"Xác nhận đặt vé"}}',
			'EF519E6887616636074CD1B18ED649D3A084663B',
		],
	])('of %s is the one of the document', (body, signature) => {
		expect(webhookSignature(body.normalize('NFC'), KEY)).toBe(signature);
	});

	it('can be lower case, and is absent without a secret or when switched off', () => {
		expect(webhookSignature('{"ticket_id":1}', { ...KEY, signature: 'lowercase' })).toBe('420a69ce7d3c36559e9828d6361530df30065d37');
		expect(webhookSignature('{}', { ...KEY, secret: '' })).toBeUndefined();
		expect(webhookSignature('{}', { ...KEY, signature: 'none' })).toBeUndefined();
	});
});

describe('webhook events of CareSoft', () => {
	let simulator: Simulator;
	let receiver: Receiver;
	beforeEach(async () => {
		receiver = await startReceiver();
		simulator = await startSimulator({
			caresoft: { webhook: { url: receiver.url, delayMs: 1 } },
			recipients: { lateMs: 20 },
		});
	});
	afterEach(async () => {
		await simulator.close();
		await receiver.close();
	});

	const events = () => receiver.received.map(({ body }) => JSON.parse(body) as { action: string; ticket: Record<string, unknown> });
	const outcomes = () => events().map(({ ticket }) => (ticket.ticket_comment as { zns_delivery?: { error_code: number } }).zns_delivery?.error_code);

	it('posts signed JSON: the new ticket, then its outcome', async () => {
		await caresoftZns(simulator, { phone: '0901000118' });
		await simulator.whenIdle();
		const [created, updated] = events();
		expect(created).toMatchObject({ object: 'ticket', action: 'create', ticket: { ticket_id: 297002, ticket_source: 'inbox_zalo_zns' } });
		expect(updated).toMatchObject({ action: 'update', ticket: { ticket_id: 297002 } });
		expect(outcomes()).toEqual([undefined, -118]);
		for (const { method, headers, body } of receiver.received) {
			expect(method).toBe('POST');
			expect(headers['content-type']).toBe('application/json');
			expect(headers['x-hub-signature']).toBe(webhookSignature(body, { ...KEY, secret: 'SIMULATOR-WEBHOOK-SECRET' }));
		}
	});

	it('updates a ticket that exists', async () => {
		await caresoftZns(simulator, { ticket_id: 297005 });
		await simulator.whenIdle();
		expect(events().map(({ action }) => action)).toEqual(['update', 'update']);
	});

	it('tells what the ticket calls tell of the ticket', async () => {
		await caresoftZns(simulator, { ticket_id: 297001 });
		await simulator.whenIdle();
		const told = { ticket_id: 297001, ticket_no: 205024, requester_id: 173213800, service_id: 8, ticket_status: 'new', ticket_subject: 'Đặt vé' };
		expect(events()[0]?.ticket).toMatchObject(told);
		expect((await caresoft(simulator, 'GET', 'tickets/297001')).json().ticket).toMatchObject(told);
	});

	it('names the source of an SMS', async () => {
		await caresoft(simulator, 'POST', 'sms', { sms: { service_id: 12, content: 'Xin chao', phone: '0901888484' } });
		await simulator.whenIdle();
		expect(events()[0]?.ticket.ticket_source).toBe('sms_out');
	});

	it('can keep silent about failures, reverse its order, repeat itself and place the outcome elsewhere', async () => {
		simulator.configure({ caresoft: { webhook: { failureEvents: false } } });
		await caresoftZns(simulator, { phone: '0901000118' });
		await simulator.whenIdle();
		expect(outcomes()).toEqual([undefined]);
		simulator.configure({ caresoft: { webhook: { order: 'reversed', repeat: 2, deliveryPath: ['ticket', 'status_zns'] } } });
		receiver.received.length = 0;
		await caresoftZns(simulator);
		await simulator.whenIdle();
		expect(events().map(({ ticket }) => 'status_zns' in ticket)).toEqual([true, true, false, false]);
	});

	it.each([
		['0904000001', [undefined]],
		['0904000002', [undefined, 0, 0]],
		['0904000003', [undefined, 0]],
	])('follows the script of %s', async (phone, expected) => {
		await caresoftZns(simulator, { phone });
		await simulator.whenIdle();
		expect(outcomes()).toEqual(expected);
	});

	it('posts nothing while no webhook is registered', async () => {
		simulator.configure({ caresoft: { webhook: { url: '' } } });
		await caresoftZns(simulator);
		await simulator.whenIdle();
		expect(simulator.callbacks()).toEqual([]);
		expect(simulator.messages()[0]?.state).toBe('delivered');
	});

	it('delivers any body by hand, byte for byte', async () => {
		const [made] = await simulator.deliverWebhook('{"ticket_id": 1}', { secret: 'CS123' });
		expect(receiver.received[0]).toMatchObject({ body: '{"ticket_id": 1}', headers: { 'x-hub-signature': '2BA355D8BFA91E284F2DBB2E938E190801D33539' } });
		expect(made).toMatchObject({ provider: 'caresoft', method: 'POST', status: 200 });
		await simulator.deliverWebhook({ ticket_id: 1 }, { signature: 'none' });
		expect(receiver.received[1]?.headers['x-hub-signature']).toBeUndefined();
	});
});
