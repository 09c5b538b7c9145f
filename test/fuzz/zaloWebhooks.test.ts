import { createHash } from 'crypto';
import fc from 'fast-check';
import { isSignedBy } from '../../nodes/providers/zalo/signature';
import { readCall, readEvent } from '../../nodes/providers/zalo/webhook';
import vectors from '../fixtures/zalo/webhooks.json';
import { fuzz, type Verdict } from './campaign.mjs';
import { hostileJson, hostileText, monstrousJson } from './hostile.mjs';
import { mutated, place, withOtherValues } from './mutate.mjs';
import { expectPlain, expectReport, expectTime } from './oracles.mjs';

const { appId, oaId, oaSecretKey } = vectors;
const EVENTS = [
	vectors.delivered.body,
	vectors.vietnamese.body,
	JSON.stringify({ event_name: 'user_click_response_button', message: { submit_time: '1616673095659', button_type: 'confirm', data: 'Đồng ý', tracking_id: '1956' }, msg_id: '7e4c33cfc20b05575c18', app_id: appId, oa_id: oaId, timestamp: '1616673109000' }),
	JSON.stringify({ event_name: 'change_template_status', oa_id: oaId, app_id: appId, template_id: '229101', status: { prev_status: 'PENDING_REVIEW', new_status: 'ENABLE' }, reason: '', timestamp: '1616673109000' }),
	JSON.stringify({ event_name: 'change_oa_daily_quota', oaId, quota: { prev_value: 500, new_value: '5000' }, timestamp: '1616673109000' }),
];

const bodies = fc.oneof(
	{ weight: 6, arbitrary: withOtherValues(EVENTS, hostileJson).map((text) => Buffer.from(text, 'utf8')) },
	{ weight: 6, arbitrary: mutated(EVENTS) },
	{ weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
	{ weight: 2, arbitrary: fc.oneof({ weight: 20, arbitrary: hostileJson }, { weight: 1, arbitrary: monstrousJson }).map((text) => Buffer.from(`{"event_name":"user_received_message","message":${text}}`, 'utf8')) },
);

fuzz(
	'Zalo webhook',
	fc.record({ body: bodies, at: place, header: fc.oneof(hostileText, hostileJson.map((text) => JSON.parse(text) as unknown)), server: fc.oneof(fc.constantFrom('ZNS', undefined), hostileText) }),
	({ body, at, header, server }): Verdict => {
		const terms = { appId, timestamp: '1616673109000', oaSecretKey };
		const signature = createHash('sha256').update(Buffer.concat([Buffer.from(appId), body, Buffer.from(terms.timestamp + oaSecretKey)])).digest('hex');
		expect(isSignedBy(body, `mac=${signature}`, terms)).toBe(true);
		expect(isSignedBy(body, header, terms)).toBe(false);
		const altered = Buffer.from(body);
		const place = Math.floor(at * body.length);
		altered[place] = (body[place] ?? 0) ^ 1;
		if (body.length > 0) expect(isSignedBy(altered, signature, terms)).toBe(false);

		const call = readCall(body);
		if (!call) return 'refused';
		const report = readEvent(call, server, new Date(0));
		expectReport(report);
		if (report.outcome === 'delivered') expect(report.event.name).toBe('user_received_message');
		expectPlain(report.event, 'event');
		expectTime(report.event.createdAt, 'createdAt');
		expectTime(report.rating?.submittedAt ?? null, 'submittedAt');
		expectTime(report.quickReply?.submittedAt ?? null, 'submittedAt');
		return 'accepted';
	},
);
