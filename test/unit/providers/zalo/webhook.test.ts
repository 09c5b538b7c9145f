import fc from 'fast-check';
import { readCall, readEvent, type ZaloReport } from '../../../../nodes/providers/zalo/webhook';
import vectors from '../../../fixtures/zalo/webhooks.json';

const RECEIVED = new Date('2026-11-21T08:00:00.000Z');
const { delivered, samples } = vectors;
const PHONE_SERVER = 'ZNS';
const CHAT_SERVER = 'OA OpenAPI';

const bytes = (body: unknown) => Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');

function reportOf(body: unknown, server?: unknown): ZaloReport {
	const call = readCall(bytes(body));
	if (!call) throw new Error('no event');
	return readEvent(call, server, RECEIVED);
}

const arrived = (message: object = {}, more: object = {}) => ({ ...samples.user_received_message, ...more, message: { ...samples.user_received_message.message, ...message } });
const rated = (message: object = {}) => ({ ...samples.user_feedback, app_id: '2074138120372622546', oa_id: '2893352839501541173', timestamp: '1616673109000', message: { ...samples.user_feedback.message, ...message } });
const PRESSED = { event_name: 'user_click_response_button', message: { submit_time: '1616673095659', button_type: 'confirm', data: 'Đồng ý', tracking_id: 'zns.A-1.0123456789abcdef' }, msg_id: '7e4c33cfc20b05575c18', app_id: '2074138120372622546', oa_id: '2893352839501541173', timestamp: '1616673109000' };
const STATUS = { event_name: 'change_template_status', oa_id: '2893352839501541173', app_id: '2074138120372622546', template_id: '229101', status: { prev_status: 'PENDING_REVIEW', new_status: 'ENABLE' }, reason: '', timestamp: '1616673109000' };
const QUALITY = { event_name: 'change_template_quality', oa_id: '2893352839501541173', template_id: '229101', quality: 'LOW', timestamp: '1616673109000' };
const QUOTA = { event_name: 'change_oa_daily_quota', oaId: '2893352839501541173', quota: { prev_value: '500', new_value: 5000 }, timestamp: '1616673109000' };

describe('a ZNS that arrived (zalo.md 8.3)', () => {
	it('the sample word for word; its number is none of today, so the recipient stands under raw only', () => {
		expect(reportOf(samples.user_received_message, PHONE_SERVER)).toEqual({
			eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
			provider: 'zalo',
			channel: 'zns',
			messageId: '15a0cc0bbb13bd4ce403',
			requestId: 'tracking_id',
			recipient: null,
			outcome: 'delivered',
			final: true,
			failure: null,
			zaloMessageId: '15a0cc0bbb13bd4ce403',
			oaId: '2893352839501541173',
			templateId: null,
			price: null,
			deliveredAt: '2020-10-17T18:47:47.432Z',
			receivedAt: '2026-11-21T08:00:00.000Z',
			event: { name: 'user_received_message', kind: 'delivered', createdAt: '2020-10-13T03:49:27.477Z' },
			raw: samples.user_received_message,
		});
	});

	it.each<[string, unknown, unknown]>([
		['a phone number', '84901888484', { phone: '0901888484' }],
		['a phone number in national form', '0901888484', { phone: '0901888484' }],
		['a phone number that came as a JSON number', 84901888484, { phone: '0901888484' }],
		['the SHA-256 of one', 'A'.repeat(64), { hashedPhone: 'a'.repeat(64) }],
		['more digits than a SHA-256 has', 'a'.repeat(65), null],
		['a landline', '842871002454', null],
		['nothing', undefined, null],
		['an object', {}, null],
	])('recipient: %s', (_what, id, recipient) => expect(reportOf(arrived({}, { recipient: { id } })).recipient).toEqual(recipient));

	it('the time of the arrival is delivery_time, and nothing else stands in for it', () => {
		for (const delivery_time of ['soon', '0', '1602960467', {}]) {
			expect(reportOf(arrived({ delivery_time }), PHONE_SERVER)).toMatchObject({ outcome: 'delivered', deliveredAt: null });
		}
		expect(reportOf(arrived({ delivery_time: 1602960467432 })).deliveredAt).toBe('2020-10-17T18:47:47.432Z');
	});

	it('IDs that came as JSON numbers keep all their digits', () => {
		const body = '{"event_name":"user_received_message","sender":{"id":2893352839501541173},"message":{"msg_id":12345678901234567891,"tracking_id":9007199254740993,"delivery_time":1602960467432},"app_id":2074138120372622546,"timestamp":1602560967477}';
		expect(readCall(bytes(body))).toMatchObject({ appId: '2074138120372622546', timestamp: '1602560967477' });
		expect(reportOf(body)).toMatchObject({ oaId: '2893352839501541173', messageId: '12345678901234567891', requestId: '9007199254740993' });
	});

	it.each<[string, object, unknown, string]>([
		['by the header', arrived({ delivery_time: undefined }), 'ZNS', 'delivered'],
		['by the header in another case', arrived({ delivery_time: undefined }), ' zns ', 'delivered'],
		['by the time of the arrival where there is no header', arrived(), undefined, 'delivered'],
		['by the time of the arrival where the header says something else', arrived(), 'something', 'delivered'],
		['by the header of a chat and no time', arrived({ delivery_time: undefined }), CHAT_SERVER, 'chat'],
		['by neither', arrived({ delivery_time: '' }), undefined, 'chat'],
	])('is told from a chat %s', (_what, body, server, kind) => {
		const report = reportOf(body, server);
		expect(report.event.kind).toBe(kind);
		expect(report.outcome).toBe(kind === 'delivered' ? 'delivered' : 'unknown');
		expect(report.channel).toBe(kind === 'delivered' ? 'zns' : 'zalo');
		if (kind === 'chat') expect([report.deliveredAt, report.recipient, report.final]).toEqual([null, null, false]);
	});

	it.each<[string, unknown, string | null]>([
		['of the sender', 'order 88 / 213', 'order 88 / 213'],
		['that nobody could have given', 'a\0', null],
		['of spaces', '  ', null],
		['of 200 characters', 'x'.repeat(200), 'x'.repeat(200)],
		['without end', 'x'.repeat(201), null],
		['that is a list', ['a'], null],
	])('a tracking ID %s', (_what, tracking_id, requestId) => expect(reportOf(arrived({ tracking_id })).requestId).toBe(requestId));
});

describe('other events (zalo.md 8.4 to 8.7)', () => {
	it('a rating, the sample word for word but for the dots', () => {
		expect(reportOf(rated())).toMatchObject({
			channel: 'zns',
			messageId: '7e4c33cfc20b05575c18',
			requestId: '1956',
			recipient: null,
			outcome: 'unknown',
			unknownBecause: 'The event "user_feedback" does not tell what became of a message',
			final: false,
			deliveredAt: null,
			oaId: '2893352839501541173',
			event: { name: 'user_feedback', kind: 'rating', createdAt: '2021-03-25T11:51:49.000Z' },
			rating: { rate: 5, note: 'Tôi rất hài lòng.', feedbacks: ['Nhân viên vui vẻ', '...'], ratingType: 'csat', option: 'five_emotions', submittedAt: '2021-03-25T11:51:35.659Z' },
		});
		expect(reportOf(samples.user_feedback)).toMatchObject({ oaId: '...', rating: { rate: 5 }, event: { createdAt: null } });
	});

	it('a rating with odd and missing fields', () => {
		expect(reportOf(rated({ rate: '4', note: '', feedbacks: ['a', 1, null], option: {}, submit_time: 'x' })).rating).toEqual({ rate: 4, note: null, feedbacks: ['a'], ratingType: 'csat', option: null, submittedAt: null });
		expect(reportOf({ event_name: 'user_feedback', message: [] }).rating).toEqual({ rate: null, note: null, feedbacks: [], ratingType: null, option: null, submittedAt: null });
		expect(reportOf(rated({ rate: 'five', feedbacks: 'good' })).rating).toMatchObject({ rate: null, feedbacks: [] });
	});

	it('a quick reply, whose message ID stands at the top', () => {
		expect(reportOf(PRESSED)).toMatchObject({
			channel: 'zns',
			messageId: '7e4c33cfc20b05575c18',
			requestId: 'zns.A-1.0123456789abcdef',
			outcome: 'unknown',
			event: { kind: 'quickReply' },
			quickReply: { reply: 'Đồng ý', buttonType: 'confirm', submittedAt: '2021-03-25T11:51:35.659Z' },
		});
	});

	it.each<[string, object, object, object]>([
		['the status of a template', STATUS, { templateId: '229101', oaId: '2893352839501541173' }, { kind: 'template', previousStatus: 'PENDING_REVIEW', newStatus: 'ENABLE', reason: null }],
		['the quality of a template', QUALITY, { templateId: '229101', oaId: '2893352839501541173' }, { kind: 'template', quality: 'LOW' }],
		['the quota, whose account is spelled oaId', QUOTA, { templateId: null, oaId: '2893352839501541173' }, { kind: 'quota', previousQuota: 500, quota: 5000 }],
	])('%s', (_what, body, report, event) => {
		expect(reportOf(body)).toMatchObject({ ...report, channel: 'zns', messageId: null, outcome: 'unknown', raw: body });
		expect(reportOf(body).event).toEqual({ ...event, name: (body as typeof STATUS).event_name, createdAt: '2021-03-25T11:51:49.000Z' });
	});

	it('changes with fields of another shape tell nothing, and fail nobody', () => {
		expect(reportOf({ ...STATUS, status: 'ENABLE', reason: 7 }).event).toMatchObject({ previousStatus: null, newStatus: null, reason: '7' });
		expect(reportOf({ ...QUOTA, quota: { prev_value: 'none', new_value: null } }).event).toMatchObject({ previousQuota: null, quota: null });
		expect(reportOf({ ...QUALITY, quality: ['LOW'] }).event).toMatchObject({ quality: null });
	});

	it.each([
		['template', ['change_oa_template_tags']],
		['quota', ['change_template_quota']],
		['journey', ['event_journey_acknowledged', 'event_journey_time_out']],
		['chat', [
			'follow', 'unfollow', ...['text', 'image', 'link', 'audio', 'video', 'sticker', 'location', 'business_card', 'file'].map((what) => `user_send_${what}`),
			'user_seen_message', 'user_reacted_message', 'oa_reacted_message', ...['text', 'image', 'gif', 'list', 'file', 'sticker', 'template', 'consent'].map((what) => `oa_send_${what}`),
			'user_submit_info', 'add_user_to_tag', 'remove_user_from_tag', 'user_click_chatnow', 'anonymous_send_text', 'create_group', 'group_deleted', 'user_reply_consent', 'user_call_oa',
			'widget_interaction_accepted', 'extension_purchased', 'user_received_message',
		]],
		['unknown', ['change_something_else', 'USER_FEEDBACK', '__proto__', 'constructor', 'toString', 'regroup', 'groups', 'change_oa_send_limit', 'user_feedback2', 'x'.repeat(5000)]],
	])('%s', (kind, names) => {
		const channel = ({ chat: 'zalo', unknown: 'unknown' } as Record<string, string>)[kind] ?? 'zns';
		for (const event_name of names) {
			const report = reportOf({ event_name, timestamp: '1616673109000' });
			expect([event_name, report.channel]).toEqual([event_name, channel]);
			expect([event_name, report.event.kind]).toEqual([event_name, kind]);
			expect(report.outcome).toBe('unknown');
			expect(report).not.toHaveProperty('rating');
		}
	});
});

describe('what names no event', () => {
	it.each([[''], ['{}'], ['[]'], ['null'], ['"user_feedback"'], ['<html></html>'], ['{"event_name"'], ['{"event_name":""}'], ['{"event_name":" "}'], ['{"event_name":5}'], ['{"event_name":["a"]}'], ['[{"event_name":"a"}]']])('%s is none', (body) =>
		expect(readCall(bytes(body))).toBeUndefined(),
	);

	it('an event without app and time has none', () => expect(readCall(bytes('{"event_name":"follow"}'))).toMatchObject({ appId: null, timestamp: '' }));
});

describe('the event ID', () => {
	const idOf = (body: unknown, server?: unknown) => reportOf(body, server).eventId;

	it('is that of the message and its end, whatever else a repeat says', () => {
		expect(idOf(arrived({ delivery_time: '1602960467433' }, { timestamp: '1602560967999' }))).toBe(idOf(arrived()));
		expect(idOf(arrived({ delivery_time: undefined }), PHONE_SERVER)).toBe(idOf(arrived()));
		expect(idOf(arrived({ msg_id: 'another' }))).not.toBe(idOf(arrived()));
		expect(idOf(arrived({ delivery_time: undefined }), CHAT_SERVER)).not.toBe(idOf(arrived()));
	});

	it('without a message is that of the name, the time and the subject, not of the bytes', () => {
		expect(idOf({ ...STATUS, more: 1 })).toBe(idOf(STATUS));
		for (const change of [{ timestamp: '1616673109001' }, { template_id: '229102' }, { oa_id: '1' }, { event_name: 'change_template_quality' }]) expect(idOf({ ...STATUS, ...change })).not.toBe(idOf(STATUS));
		const lost = arrived({ msg_id: undefined });
		expect(idOf({ ...lost, recipient: { id: '84901888484' } })).not.toBe(idOf(lost));
	});

	it('is that of the bytes where the event names nobody', () => {
		const event = { event_name: 'event_journey_time_out', timestamp: '1616673109000', journey: 'a' };
		expect(idOf(event)).toBe(idOf({ ...event }));
		expect(idOf({ ...event, journey: 'b' })).not.toBe(idOf(event));
	});

	it('is that of the bytes also where it names the account alone: of two customers in one moment none is a repeat', () => {
		const event = { event_name: 'event_journey_time_out', oa_id: '2893352839501541173', timestamp: '1616673109000', journey: 'a' };
		expect(idOf(event)).toBe(idOf({ ...event }));
		expect(idOf({ ...event, journey: 'b' })).not.toBe(idOf(event));
		for (const message of [{ msg_id: null, tracking_id: 'a' }, { msg_id: null, tracking_id: 'b' }]) expect(idOf(rated(message))).toBe(idOf(rated(message)));
		expect(idOf(rated({ msg_id: null, tracking_id: 'a' }))).not.toBe(idOf(rated({ msg_id: null, tracking_id: 'b' })));
	});

	it('tells a second rating and another button of the same message from a repeat', () => {
		expect(idOf({ ...rated(), timestamp: '1616673999999' })).toBe(idOf(rated()));
		expect(idOf(rated({ submit_time: '1616673095660' }))).not.toBe(idOf(rated()));
		expect(idOf({ ...PRESSED, message: { ...PRESSED.message, submit_time: '1616673095660', data: 'Hủy' } })).not.toBe(idOf(PRESSED));
		expect(idOf(PRESSED)).not.toBe(idOf(rated()));
	});

	it.each(['user_reacted_message', 'oa_reacted_message'])('tells a second %s to the same message from a repeat', (event_name) => {
		const reacted = { event_name, sender: { id: '1' }, recipient: { id: '2' }, message: { msg_id: 'm1' }, timestamp: '1616673109000' };
		expect(idOf({ ...reacted, more: 1 })).toBe(idOf(reacted));
		expect(idOf({ ...reacted, timestamp: '1616673109001' })).not.toBe(idOf(reacted));
	});

	it('is stable over releases: what was seen before an update is a repeat after it', () => {
		const seen = { event_name: 'user_seen_message', message: { msg_id: 'm1' }, timestamp: '1616673109000' };
		expect([idOf(delivered.body), idOf(rated()), idOf(STATUS), idOf(seen)]).toEqual(['79fc2a2db5a0b9b4ef585f84d497d890', '602f8ae8e7c8cf18b17acef3bf09361e', 'b90eb4fcb579859b5b1ff9a6440601cd', '8f72961c653e752f0f6eb0a192709eba']);
	});
});

describe('whatever comes', () => {
	const names = fc.oneof(fc.constantFrom('user_received_message', 'user_feedback', 'user_click_response_button', 'change_template_status', 'change_template_quality', 'change_oa_daily_quota', 'follow', '__proto__'), fc.string());
	const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1e308, 'x'.repeat(500), [], {}));
	const parts = fc.record({ msg_id: odd, tracking_id: odd, delivery_time: odd, submit_time: odd, rate: odd, note: odd, feedbacks: odd, data: odd, prev_status: odd, new_value: odd, id: odd, __proto__: odd }, { requiredKeys: [] });
	const events = fc.record(
		{ event_name: names, app_id: odd, timestamp: odd, message: fc.oneof(parts, odd), sender: fc.oneof(parts, odd), recipient: fc.oneof(parts, odd), status: fc.oneof(parts, odd), quota: fc.oneof(parts, odd), quality: odd, oa_id: odd, oaId: odd, template_id: odd, msg_id: odd, follower: odd },
		{ requiredKeys: ['event_name'] },
	);
	/** A header, or anything in its place. */
	const servers = fc.oneof(fc.constantFrom('ZNS', 'OA OpenAPI', undefined), fc.anything());

	it('any bytes, and any JSON: nothing throws', () => {
		fc.assert(
			fc.property(fc.oneof(fc.uint8Array().map((array) => Buffer.from(array)), fc.json().map(bytes), fc.string().map(bytes)), (rawBody) => {
				const call = readCall(rawBody);
				if (call) expect(readEvent(call, undefined, RECEIVED).provider).toBe('zalo');
			}),
			{ numRuns: 500 },
		);
	});

	it('any header beside the event of a message: nothing throws', () => {
		const received = { ...samples.user_received_message, message: { msg_id: 'a' } };
		fc.assert(fc.property(servers, (server) => expect(reportOf(received, server).outcome).toBe(typeof server === 'string' && server.trim().toLowerCase() === 'zns' ? 'delivered' : 'unknown')));
	});

	it('any event: only the one of a ZNS is ever delivered, IDs are texts or null, and the body is kept', () => {
		fc.assert(
			fc.property(events, servers, (event, server) => {
				fc.pre(event.event_name.trim() !== '');
				const report = reportOf(event, server);
				if (report.outcome === 'delivered') expect([report.event.name, report.event.kind]).toEqual(['user_received_message', 'delivered']);
				expect(report.final).toBe(report.outcome === 'delivered');
				expect(report.unknownBecause !== undefined).toBe(report.outcome === 'unknown');
				for (const id of [report.messageId, report.requestId, report.oaId, report.templateId, report.zaloMessageId]) expect(id === null || (typeof id === 'string' && id !== '')).toBe(true);
				expect(report.eventId).toMatch(/^[0-9a-f]{32}$/);
				expect(report.rating !== undefined).toBe(report.event.name === 'user_feedback');
				expect(report.quickReply !== undefined).toBe(report.event.name === 'user_click_response_button');
			}),
			{ numRuns: 500 },
		);
	});
});
