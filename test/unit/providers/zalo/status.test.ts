import fc from 'fast-check';
import { inquiry } from '../../../../nodes/providers/zalo/inquiry';
import { toReport } from '../../../../nodes/providers/zalo/report';
import { getMessageStatus, getReport } from '../../../../nodes/providers/zalo/status';
import { readCall, readEvent } from '../../../../nodes/providers/zalo/webhook';
import samples from '../../../fixtures/zalo/answers.json';
import webhooks from '../../../fixtures/zalo/webhooks.json';
import { answerOf, recordingTransport } from '../recordingTransport';

const NOW = new Date('2026-01-01T00:00:00.000Z');
const clientOf = (body: unknown) => {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { client: { baseUrl: '', transport }, requests };
};

it('a delivered message is reported as such, with its time (zalo.md 3.3)', async () => {
	const { client, requests } = clientOf(samples.delivered);
	expect(await getReport(client, 'm1', NOW)).toEqual({
		eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
		provider: 'zalo', channel: 'zns', messageId: 'm1', zaloMessageId: 'm1', outcome: 'delivered', final: true, failure: null,
		requestId: null, recipient: null, oaId: null, templateId: null, price: null,
		deliveredAt: '2020-09-17T07:33:31.517Z', receivedAt: NOW.toISOString(), raw: samples.delivered.data,
	});
	expect(requests).toEqual([{ method: 'GET', url: 'https://business.openapi.zalo.me/message/status', query: { message_id: 'm1' } }]);
});

it('a status is told with the words of Zalo beside it', async () => {
	expect(await getMessageStatus(clientOf(samples.delivered).client, 'm1')).toEqual({
		messageId: 'm1', state: 'delivered', text: "The message was delivered to the user's phone", deliveredAt: '2020-09-17T07:33:31.517Z', raw: samples.delivered.data,
	});
	expect(await getMessageStatus(clientOf({ error: 0, data: { status: 0, message: '', delivery_time: '1600328011517' } }).client, 'm1')).toMatchObject({ state: 'pending', text: null, deliveredAt: null });
	expect(await getMessageStatus(clientOf({ error: 0 }).client, 'm1')).toEqual({ messageId: 'm1', state: 'unknown', text: null, deliveredAt: null, raw: {} });
});

it.each([
	[{ status: 0 }, 'pending', 'pending'],
	[{ status: '1', delivery_time: '' }, 'delivered', 'delivered'],
	[{ status: -1 }, 'notFound', undefined],
	[{ status: 7 }, 'unknown', 'unknown'],
	[{ status: 'LOST' }, 'unknown', 'unknown'],
	[{ status: null }, 'unknown', undefined],
	[{}, 'unknown', undefined],
	[null, 'unknown', undefined],
])('%j is %s: a report says %s', async (data, state, outcome) => {
	const { client } = clientOf({ error: 0, data });
	expect((await getMessageStatus(client, 'm1')).state).toBe(state);
	expect((await getReport(client, 'm1', NOW))?.outcome).toBe(outcome);
});

it('a state that nobody has documented is no end, and stands in the report as Zalo says it', async () => {
	const data = { status: 7, message: 'The message is somewhere', delivery_time: '1600328011517' };
	expect(await getReport(clientOf({ error: 0, data }).client, 'm1', NOW)).toMatchObject({ messageId: 'm1', outcome: 'unknown', final: false, failure: null, deliveredAt: null, raw: data });
});

it.each([0, '0', -1, '1600328011', '999999999999999'])('a time of arrival of %j is a placeholder, and none', async (delivery_time) => {
	const { client } = clientOf({ error: 0, data: { status: 1, delivery_time } });
	expect((await getReport(client, 'm1', NOW))?.deliveredAt).toBeNull();
});

it('the same outcome has the same event ID, another one another', async () => {
	const eventOf = async (status: number, messageId = 'm1') => (await getReport(clientOf({ error: 0, data: { status } }).client, messageId, NOW))?.eventId;
	expect(await eventOf(1)).toBe(await eventOf(1));
	expect(new Set([await eventOf(1), await eventOf(0), await eventOf(1, 'm2')]).size).toBe(3);
});

it('a message that Zalo calls about and is asked about, too, has one event ID: the second is a repeat', async () => {
	const call = readCall(Buffer.from(webhooks.delivered.body, 'utf8'));
	const told = call && readEvent(call, 'ZNS', NOW);
	const asked = await getReport(clientOf(samples.delivered).client, told?.messageId ?? '', NOW);
	expect(asked?.eventId).toBe(told?.eventId);
});

it('the inquiry asks for each message alone, until it has ended, and not for one that no call knows', async () => {
	const [call] = inquiry.calls;
	expect(inquiry.calls).toHaveLength(1);
	expect(call?.keysOf({ messageId: 'm1' }, undefined)).toEqual(['m1']);
	expect(call?.keysOf({ messageId: 'm1', hasStatusCall: false }, undefined)).toEqual([]);
	const known = (outcome: 'delivered' | 'pending') => toReport({ messageId: 'm1', outcome, deliveredAt: null }, {}, NOW);
	expect(call?.keysOf({ messageId: 'm1' }, known('pending'))).toEqual(['m1']);
	expect(call?.keysOf({ messageId: 'm1' }, known('delivered'))).toEqual([]);
	expect(call).toMatchObject({ name: 'message/status', most: 1 });
	expect(await call?.ask(clientOf(samples.delivered).client, [{ messageId: 'm1' }], 'm1', NOW)).toMatchObject([{ messageId: 'm1', outcome: 'delivered' }]);
	expect(await call?.ask(clientOf(samples.delivered).client, [], 'm1', NOW)).toEqual([]);
	expect(await call?.ask(clientOf({ error: 0, data: { status: -1 } }).client, [{ messageId: 'm1' }], 'm1', NOW)).toEqual([]);
	expect(inquiry.refuses?.({ hasStatusCall: false })).toContain('phone number');
	expect(inquiry.refuses?.({})).toBeUndefined();
});

it('no status is misread', async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.anything(), fc.record({ status: fc.oneof(fc.integer(), fc.string()), delivery_time: fc.anything() })), async (data) => {
			const text = JSON.stringify({ error: 0, data }, (_, inside: unknown) => (typeof inside === 'bigint' ? String(inside) : inside));
			const { state, deliveredAt, raw } = await getMessageStatus(clientOf(text).client, 'm1');
			const status = Number(raw.status);
			if (state === 'delivered') expect(status).toBe(1);
			if (state === 'pending') expect(status).toBe(0);
			if (state !== 'delivered') expect(deliveredAt).toBeNull();
		}),
	);
});
