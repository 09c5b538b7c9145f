import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { ZaloRefusal, zaloOk } from './answers.mjs';
import { readBody } from './body.mjs';
import { checkUidNight } from './limits.mjs';
import { send } from './send.mjs';
import { checkStatus, readData, readTemplate } from './sendPhone.mjs';
import { readValues } from './templates.mjs';

/** `POST /v3.0/oa/message/template` (zalo.md 7). */
export async function sendByUid(request: Incoming, world: World): Promise<Reply> {
	const { zalo } = world.settings;
	const body = readBody(request);
	const { user_id: zaloUserId } = body;
	if (typeof zaloUserId !== 'string' || !/^\d{1,20}$/.test(zaloUserId)) throw new ZaloRefusal(-201, 'user_id is invalid!');
	if (body.tracking_id !== undefined && zalo.send.uidTrackingId === 'refuse') throw new ZaloRefusal(-201, 'tracking_id is invalid!');
	const template = readTemplate(body, world);
	checkStatus(template);
	if (!template.byUid) throw new ZaloRefusal(-249);
	checkUidNight(template, world);
	const values = readValues(readData(body), template, zalo.send);
	let remain = 0;

	return await send(world, {
		recipient: { phone: '', zaloUserId },
		template,
		values,
		price: template.priceUid,
		event: zalo.send.uidEvent,
		take: () => {
			remain = world.zalo.limits.takeByUid();
		},
		receipt: (id) => zaloOk(world, receipt(id, zaloUserId, remain, world)),
	});
}

/** Two descriptions contradict each other; both have `data.message_id`. */
function receipt(id: string, userId: string, remain: number, world: World): object {
	const { send: settings, oaId } = world.settings.zalo;
	const sent_time = String(world.now());
	if (settings.uidAnswer === 'spec') {
		return { data: { message_id: id, user_id: userId, sent_time, quota: { quota_type: 'purchase_quota', remain } } };
	}
	return { sent_time, data: { message_id: id, user_id: userId, quota: { quota_type: 'purchase_quota', owner_type: 'OA', owner_id: oaId } } };
}
