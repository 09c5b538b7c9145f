import { createHash } from 'crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eventKinds, USUAL_KINDS } from '../../nodes/ZnsDeliveryTrigger/zalo/kinds';
import { activateTrigger } from '../support/triggerCalls.mjs';
import { ARRIVED, credential, exitOf, JOURNEY, oaId, ONE_OF_EACH, PRESSED, QUALITY, QUOTA, reportIn, send, sign, starts, STATUS, vietnamese } from './zaloEvents.mjs';

describe('a ZNS that arrived', () => {
	it('leaves by Delivered as a confirmed report, found again by the key of the order', async () => {
		const result = await send(ARRIVED);
		expect([result.status, result.answer, exitOf(result)]).toEqual([200, { message: 'Report taken' }, 'Delivered']);
		expect(reportIn(result)).toEqual({
			eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
			provider: 'zalo', channel: 'zns', messageId: '15a0cc0bbb13bd4ce403', requestId: 'zns.DH-001.0123456789abcdef', requestKey: 'DH-001',
			recipient: { phone: '0901888484' }, outcome: 'delivered', final: true, confirmed: true, failure: null,
			zaloMessageId: '15a0cc0bbb13bd4ce403', oaId, templateId: null, price: null,
			deliveredAt: '2020-10-17T18:47:47.432Z', receivedAt: expect.stringMatching(/^20\d\d-.*Z$/) as string,
			event: { name: 'user_received_message', kind: 'delivered', createdAt: '2020-10-13T03:49:27.477Z' },
			raw: ARRIVED,
		});
	});

	it('to a hashed number names the hash', async () => {
		const id = createHash('sha256').update('84901888484').digest('hex');
		expect(reportIn(await send({ ...ARRIVED, recipient: { id } })).recipient).toEqual({ hashedPhone: id });
	});

	it('is known without the header by the time of its arrival; the chat form of the event is a chat', async () => {
		const headers = (body: object, server?: string): Record<string, string> => ({ 'x-zevent-signature': sign(JSON.stringify(body)), ...(server !== undefined && { 'x-zevent-server': server }) });
		const chat = { ...ARRIVED, message: { msg_id: 'c2' } };
		expect(exitOf(await send(ARRIVED, {}, { headers: headers(ARRIVED) }))).toBe('Delivered');
		expect(exitOf(await send(chat, {}, { headers: headers(chat) }))).toBe('nothing');
		expect(exitOf(await send(chat, {}, { headers: headers(chat, 'OA OpenAPI') }))).toBe('nothing');
		expect(exitOf(await send(chat, { zaloEvents: ['chat'] }, { headers: headers(chat, 'OA OpenAPI') }))).toBe('Other');
	});

	it('however old its time is, starts the workflow: Zalo calls again for hours, with the old time', async () => {
		expect(exitOf(await send(ARRIVED, {}, { headers: { 'x-zevent-signature': sign(JSON.stringify(ARRIVED)), num_retry: '5' } }))).toBe('Delivered');
	});
});

describe('what leaves by Other', () => {
	it('a rating has a field of its own', async () => {
		const result = await send(vietnamese.body);
		expect(exitOf(result)).toBe('Other');
		expect(reportIn(result)).toMatchObject({
			outcome: 'unknown', final: false, confirmed: true, messageId: '7e4c33cfc20b05575c18', requestId: '1956', oaId,
			rating: { rate: 5, note: 'Tôi rất hài lòng.', feedbacks: ['Nhân viên vui vẻ'], ratingType: 'csat', option: 'five_emotions', submittedAt: '2021-03-25T11:51:35.659Z' },
		});
	});

	it('so has a quick reply', async () => {
		const result = await send(PRESSED);
		expect([exitOf(result), reportIn(result).messageId, reportIn(result).quickReply]).toEqual(['Other', '7e4c33cfc20b05575c18', { reply: 'Đồng ý', buttonType: 'confirm', submittedAt: '2021-03-25T11:51:35.659Z' }]);
	});

	it.each<[string, object, IDataObject]>([
		['the status of a template', STATUS, { kind: 'template', previousStatus: 'PENDING_REVIEW', newStatus: 'REJECT', reason: 'Sai logo' }],
		['the quality of a template', QUALITY, { kind: 'template', quality: 'LOW' }],
		['the quota', QUOTA, { kind: 'quota', previousQuota: 500, quota: 5000 }],
		['a journey', JOURNEY, { kind: 'journey' }],
	])('%s', async (_, body, event) => {
		const result = await send(body);
		expect([exitOf(result), reportIn(result).raw]).toEqual(['Other', body]);
		expect(reportIn(result).event).toMatchObject({ ...event, name: (body as IDataObject).event_name, createdAt: '2021-03-25T11:51:49.000Z' });
	});
});

describe('Zalo Events', () => {
	const startedBy = async (parameters: INodeParameters) => {
		const kinds = [];
		for (const [kind, body] of Object.entries(ONE_OF_EACH)) {
			const result = await send(body, parameters);
			expect([kind, result.status]).toEqual([kind, 200]);
			if (starts(result)) kinds.push(kind);
			else expect(result.answer).toEqual({ message: 'Event not chosen' });
		}
		return kinds.sort();
	};

	it('are all but chat and unknown ones where nobody chose', async () => {
		const usual = ['delivered', 'journey', 'quickReply', 'quota', 'rating', 'template'];
		expect(await startedBy({})).toEqual(usual);
		expect(await startedBy({ zaloEvents: '={{ null }}' })).toEqual(usual);
		expect(USUAL_KINDS).toEqual(usual);
	});

	it('are all where the list is empty', async () => expect(await startedBy({ zaloEvents: [] })).toEqual(Object.keys(ONE_OF_EACH).sort()));

	it('every kind lets its own event pass, and no other', async () => {
		expect(eventKinds.map(({ value }) => value).sort()).toEqual(Object.keys(ONE_OF_EACH).sort());
		for (const { value, name } of eventKinds) {
			expect(await startedBy({ zaloEvents: [value] })).toEqual([value]);
			expect(await startedBy({ zaloEvents: `=${name}` })).toEqual([value]);
		}
	});

	it('that cannot be are told when the trigger is activated', async () => {
		await expect(activateTrigger('znsDeliveryTrigger', { zaloZnsOfficialAccountApi: credential }, { source: 'zalo', zaloEvents: ['fax'] })).rejects.toThrow('Zalo Events is "fax", which is none of its choices');
	});

	it('of another source do not count', async () => {
		expect(exitOf(await send(ARRIVED, { events: ['user'], verifyWithEsms: true, statusPath: '..' }))).toBe('Delivered');
	});
});

describe('filters', () => {
	it.each<[string, INodeParameters, string[]]>([
		['an Official Account', { officialAccountIds: oaId }, ['delivered', 'quickReply', 'quota', 'rating', 'template']],
		['another Official Account', { officialAccountIds: '1' }, []],
		['the channel ZNS', { channels: ['zns'] }, ['delivered', 'journey', 'quickReply', 'quota', 'rating', 'template']],
		['the channel of chats', { channels: ['zalo'] }, ['chat']],
		['what was delivered', { outcomes: ['delivered'] }, ['delivered']],
		['what was not delivered', { outcomes: ['notDelivered'] }, []],
		['templates, which is no filter of Zalo', { templateIds: '1' }, Object.keys(ONE_OF_EACH).sort()],
	])('%s', async (_, filters, expected) => {
		const passed = [];
		for (const [kind, body] of Object.entries(ONE_OF_EACH)) {
			const result = await send(body, { filters, zaloEvents: [] });
			expect(result.status).toBe(200);
			if (starts(result)) passed.push(kind);
		}
		expect(passed.sort()).toEqual(expected);
	});
});
