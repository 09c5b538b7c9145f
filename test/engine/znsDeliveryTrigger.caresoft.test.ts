import { createHmac } from 'crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { activateTrigger, callTrigger, type WebhookCall, type WebhookResult } from '../support/triggerCalls.mjs';

const SECRET = 'CS123-present';
const OLD = 'CS123-previous';
const credential = { domain: 'd', apiToken: 't', host: 'https://api.caresoft.vn', webhookSecret: SECRET };
const sign = (text: string, key = SECRET) => createHmac('sha1', key).update(text).digest('hex').toUpperCase();

let workflows = 0;
/** An event of CareSoft, rightly signed unless a key is given. */
async function send(body: unknown, parameters: INodeParameters = {}, { key, keys, ...more }: Partial<WebhookCall> & { key?: string; keys?: IDataObject } = {}): Promise<WebhookResult> {
	const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
	return await callTrigger({
		parameters: { source: 'caresoft', ...parameters },
		method: 'POST',
		rawBody,
		headers: { 'x-hub-signature': sign(rawBody, key) },
		credentials: { zaloZnsCaresoftApi: { ...credential, ...keys } as never },
		workflowId: `caresoft-${++workflows}`,
		...more,
	});
}

const ticket = (more: IDataObject, ticket_source: string | null = 'inbox_zalo_zns') => ({ object: 'ticket', action: 'update', ticket: { ticket_id: 297005, ticket_source, ...more } });
const starts = ({ outputs }: WebhookResult) => outputs !== undefined;
const reportIn = ({ outputs }: WebhookResult) => outputs?.flat()[0]?.json as IDataObject;
const exitOf = ({ outputs }: WebhookResult) => ['Delivered', 'Not Delivered', 'Other'][outputs?.findIndex((items) => items.length > 0) ?? -1] ?? 'nothing';

describe('the webhook secret key', () => {
	const activate = async (keys: IDataObject) => await activateTrigger('znsDeliveryTrigger', { zaloZnsCaresoftApi: { ...credential, ...keys } as never }, { source: 'caresoft' });

	it.each<[string, IDataObject]>([
		['none', { webhookSecret: '' }],
		['one that is not set', { webhookSecret: undefined }],
		['spaces and marks that nobody sees', { webhookSecret: ' \u200b\u00a0' }],
		['nothing in either field', { webhookSecret: '', previousWebhookSecret: ' ' }],
	])('%s: the trigger is not activated, and n8n says which field to fill in', async (_, keys) => {
		await expect(activate(keys)).rejects.toMatchObject({
			message: "The CareSoft credential of this trigger lacks 'Webhook Secret Key', without which no event can be checked",
			description: expect.stringContaining('Fill in the key') as string,
		});
		const { status, answer, outputs } = await send(ticket({}), {}, { keys, key: '' });
		expect([status, answer, outputs]).toEqual([500, { message: expect.stringContaining("'Webhook Secret Key'") as string }, undefined]);
	});

	it('is all of the credential that activation wants', async () => {
		await expect(activate({ domain: '', apiToken: '', host: '' })).resolves.toBeUndefined();
		await expect(activate({ webhookSecret: '', previousWebhookSecret: OLD })).resolves.toBeUndefined();
	});

	it('has a predecessor while it is changed: events signed with either start the workflow, all others do not', async () => {
		const keys = { previousWebhookSecret: `${OLD}\u200b` };
		const statuses = [];
		for (const key of [SECRET, OLD, 'CS123-older', SECRET + OLD, '']) statuses.push((await send(ticket({}), {}, { key, keys })).status);
		expect(statuses).toEqual([200, 200, 401, 401, 401]);
	});

	it('of before is nothing once it is taken out', async () => {
		expect((await send(ticket({}), {}, { key: OLD })).status).toBe(401);
		expect((await send(ticket({}), {}, { key: OLD, keys: { previousWebhookSecret: null } })).status).toBe(401);
	});

	it('does not make two events of one: the same event under the other key is a repeat', async () => {
		const more = { workflowId: 'change of key', keys: { previousWebhookSecret: OLD } };
		expect(starts(await send(ticket({}), { ignoreRepeated: true }, { ...more, key: OLD }))).toBe(true);
		expect(starts(await send(ticket({}), { ignoreRepeated: true }, more))).toBe(false);
	});

	it('never stands in an item, an answer, an error or the log', async () => {
		const left: unknown[] = [];
		const keys = { previousWebhookSecret: OLD };
		const onLog = (line: string) => left.push(line);
		for (const key of [SECRET, OLD, 'guess']) left.push(await send(ticket({}), {}, { key, keys, onLog }));
		left.push(await send('no JSON', {}, { keys, onLog }), await send(ticket({}), { statusPath: '..' }, { keys, onLog }), await send(ticket({}), {}, { keys, onLog, method: 'GET' }));
		await activateTrigger('znsDeliveryTrigger', { zaloZnsCaresoftApi: { ...credential, ...keys } }, { source: 'caresoft', statusPath: '..' }).catch((error: Error) => left.push(error.message, error.stack));
		expect(left.length).toBeGreaterThan(10);
		expect(JSON.stringify(left)).not.toMatch(/CS123/);
	});
});

describe('Status Path', () => {
	const body = ticket({ ticket_comment: { state: 'delivered' }, comments: [{ state: 'sent' }, { state: 'delivered' }] });

	it.each([
		'ticket.ticket_comment.state', 'raw.ticket.ticket_comment.state', '$json.raw.ticket.ticket_comment.state', '{{ $json.raw.ticket.ticket_comment.state }}', '={{ $json.raw.ticket.ticket_comment.state }}',
		'={{ $json["raw"]["ticket"]["ticket_comment"]["state"] }}', "={{ $('ZNS Delivery Trigger').item.json.raw.ticket.ticket_comment.state }}", '={{ $node["ZNS Delivery Trigger"].json["raw"]["ticket"]["ticket_comment"]["state"] }}',
		'={{ "ticket.ticket_comment.state" }}', 'ticket.comments[1].state', 'ticket.comments.1.state', 'raw.ticket.comments[1].state', 'raw["ticket"]["comments"][1]["state"]', '={{ $json.raw.ticket.comments[1].state }}',
	])('%s is understood, when the trigger is activated and when an event comes', async (statusPath) => {
		await expect(activateTrigger('znsDeliveryTrigger', { zaloZnsCaresoftApi: credential }, { source: 'caresoft', statusPath })).resolves.toBeUndefined();
		expect(exitOf(await send(body, { statusPath, deliveredValues: 'delivered' }))).toBe('Delivered');
	});

	it.each<[string, INodeParameters, string]>([
		['leads to nothing', { statusPath: 'ticket.ticket_comment.status', deliveredValues: 'delivered' }, 'Nothing stands at ticket.ticket_comment.status in this event: ticket.ticket_comment has no status'],
		['leads to nothing in a list', { statusPath: 'raw.ticket.comments[2].state', deliveredValues: 'delivered' }, 'Nothing stands at ticket.comments[2].state in this event: ticket.comments has no place 2'],
		['leads to an object', { statusPath: 'ticket.ticket_comment', deliveredValues: 'delivered' }, 'At ticket.ticket_comment in this event stands an object, where a state is meant'],
		['leads to a state of neither list', { statusPath: 'ticket.comments[0].state', deliveredValues: 'delivered' }, 'The state "sent" is neither one of the delivered nor one of the not delivered values'],
		['is empty', { deliveredValues: 'delivered' }, "'Status Path' is empty, so no state was looked for"],
	])('that %s: the item leaves by Other and says so', async (_, parameters, words) => {
		const result = await send(body, parameters);
		expect([exitOf(result), reportIn(result).outcome, reportIn(result).unknownBecause]).toEqual(['Other', 'unknown', words]);
	});

	it('says nothing where the state is known', async () => {
		for (const values of [{ deliveredValues: 'delivered' }, { notDeliveredValues: '["delivered"]' }]) {
			expect(reportIn(await send(body, { statusPath: 'ticket.ticket_comment.state', ...values }))).not.toHaveProperty('unknownBecause');
		}
	});
});

describe('states that come back', () => {
	const once = { ignoreRepeated: true };
	const state = (ticket_status: string, more: IDataObject = {}) => ticket({ ticket_status, ...more });
	/** Which of some events start the workflow. */
	async function startedBy(events: unknown[], more: Partial<WebhookCall> = {}, parameters: INodeParameters = once) {
		const workflowId = more.workflowId ?? `states-${++workflows}`;
		const results = [];
		for (const event of events) results.push(await send(event, parameters, { workflowId, ...more }));
		return { started: results.map(starts), ids: results.filter(starts).map((result) => reportIn(result).eventId) };
	}

	it('open, pending, open: each starts the workflow, with an event ID of its own', async () => {
		const { started, ids } = await startedBy(['open', 'pending', 'open', 'pending', 'open'].map((status) => state(status)));
		expect(started).toEqual([true, true, true, true, true]);
		expect(new Set(ids).size).toBe(5);
	});

	it('the same event twice in a row is a repeat, the first time and when it came back', async () => {
		const events = ['open', 'open', 'pending', 'pending', 'open', 'open', 'pending'].map((status) => state(status));
		expect((await startedBy(events)).started).toEqual([true, false, true, false, true, false, true]);
	});

	it('without Ignore Repeated Callbacks each call starts the workflow, and its event ID tells a repeat from a state that came back', async () => {
		const events = ['open', 'open', 'pending', 'open'].map((status) => state(status));
		const { started, ids } = await startedBy(events, {}, { ignoreRepeated: false });
		expect(started).toEqual([true, true, true, true]);
		expect(ids[1]).toBe(ids[0]);
		expect(new Set(ids).size).toBe(3);
	});

	it('an event of another ticket in between makes nothing new', async () => {
		expect((await startedBy([state('open'), state('pending', { ticket_id: 2 }), state('open')])).started).toEqual([true, true, false]);
	});

	it('an event that says when the ticket was changed is a repeat whatever came between', async () => {
		const at = (status: string, updated_at: number | string) => state(status, { updated_at });
		expect((await startedBy([at('open', 1763715600000), at('pending', 1763715600001), at('open', 1763715600000), at('open', 1763715600002)])).started).toEqual([true, true, false, true]);
		expect((await startedBy([at('open', '2025-11-21 09:00:00'), at('pending', '2025-11-21 09:00:01'), at('open', '2025-11-21 09:00:00')])).started).toEqual([true, true, false]);
	});

	it('customers come back, too', async () => {
		const user = (note: string) => ({ object: 'user', action: 'update', user: { id: 7, note, updated_at: 0 } });
		expect((await startedBy([user('a'), user('b'), user('a'), user('a')], {}, { ...once, events: ['user'] })).started).toEqual([true, true, true, false]);
	});

	it('an event that a filter left out is one in between', async () => {
		const parameters = { ...once, statusPath: 'ticket.ticket_status', deliveredValues: 'solved', notDeliveredValues: 'pending', filters: { outcomes: ['delivered'] } };
		expect((await startedBy(['solved', 'pending', 'solved', 'solved'].map((status) => state(status)), {}, parameters)).started).toEqual([true, false, true, false]);
	});

	it('come back after a restart of n8n, as far as it wrote down what it knew', async () => {
		const staticData: IDataObject = {};
		await startedBy([state('open'), state('pending')], { staticData, workflowId: 'states before' });
		// Another workflow ID stands for another process: nothing is in its memory.
		expect((await startedBy([state('pending'), state('open'), state('open')], { staticData, workflowId: 'states after' })).started).toEqual([false, true, false]);
		expect(JSON.stringify(staticData)).not.toMatch(/297005|pending/);
	});

	it('nothing is written down where nobody wants repeats ignored', async () => {
		const staticData: IDataObject = {};
		await startedBy([state('open'), state('pending')], { staticData }, { ignoreRepeated: false });
		expect(JSON.stringify(staticData)).not.toMatch(/[0-9a-f]{32}/);
	});

	it('take a bounded place in the workflow, whatever stood there', async () => {
		const staticData: IDataObject = { 'node:ZNS Delivery Trigger': { courses: [1, { a: 'b' }] } };
		const events = Array.from({ length: 130 }, (_, n) => state('open', { ticket_id: n }));
		expect((await startedBy([...events, ...Array.from({ length: 40 }, (_, n) => state(`s${n}`))], { staticData })).started).not.toContain(false);
		const { courses } = Object.values(staticData)[0] as { courses: Record<string, { returns: object }> };
		expect(Object.keys(courses)).toHaveLength(100);
		expect(Math.max(...Object.values(courses).map(({ returns }) => Object.keys(returns).length))).toBe(30);
	});

	it('at the test URL everything reaches the editor, under the ID of its bytes', async () => {
		const { started, ids } = await startedBy(['open', 'pending', 'open'].map((status) => state(status)), { mode: 'manual' });
		expect(started).toEqual([true, true, true]);
		expect(ids[2]).toBe(ids[0]);
	});
});

describe('CareSoft Events', () => {
	const reading = { statusPath: 'ticket.ticket_comment.state', deliveredValues: 'delivered', notDeliveredValues: 'failed' };
	const of = (source: string | null, status = 'delivered') => ticket({ ticket_comment: { state: status } }, source);

	it('are those of ZNS where nobody chose: a chat ticket starts nothing', async () => {
		expect(exitOf(await send(of('inbox_zalo_zns'), reading))).toBe('Delivered');
		expect(exitOf(await send(of('inbox_zalo_zns', 'failed'), reading))).toBe('Not Delivered');
		for (const source of ['chat', 'inbox_zalo', 'sms_out', null]) expect(exitOf(await send(of(source), reading))).toBe('nothing');
		expect(exitOf(await send({ object: 'user', user: {} }, reading))).toBe('nothing');
	});

	it('are those of ZNS where an expression gives nothing', async () => {
		for (const events of ['={{ null }}', '={{ undefined }}', '']) expect([exitOf(await send(of('inbox_zalo_zns'), { ...reading, events })), exitOf(await send(of('chat'), { ...reading, events }))]).toEqual(['Delivered', 'nothing']);
	});

	it.each([[[]], ['={{ [] }}'], ['[]']])('are all where the list is empty (%j), but only a ZNS leaves by Delivered or Not Delivered', async (events) => {
		expect(exitOf(await send(of('inbox_zalo_zns'), { ...reading, events }))).toBe('Delivered');
		for (const [source, status] of [['chat', 'delivered'], ['email', 'failed'], ['inbox_zalo', 'delivered'], [null, 'delivered']] as const) {
			const result = await send(of(source, status), { ...reading, events });
			expect([exitOf(result), reportIn(result).failure, reportIn(result).unknownBecause]).toEqual(['Other', null, "This is not the event of a ZNS: where another one tells a delivery, choose it in 'CareSoft Events'"]);
		}
		expect(exitOf(await send({ object: 'user', user: { id: 1 }, ticket: { ticket_source: 'inbox_zalo_zns', ticket_comment: { state: 'delivered' } } }, { ...reading, events }))).toBe('Other');
	});

	it('of another kind tell a delivery where the user chose them', async () => {
		const events = ['ticket.sms_out', 'ticket.inbox_zalo_zns'];
		expect(exitOf(await send(of('sms_out'), { ...reading, events }))).toBe('Delivered');
		expect(exitOf(await send(of('inbox_zalo_zns', 'failed'), { ...reading, events }))).toBe('Not Delivered');
		expect(exitOf(await send(of('chat'), { ...reading, events }))).toBe('nothing');
	});
});
