import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { World } from '../world.mjs';
import { isJson, type Json } from '../zalo/shape.mjs';
import { textLength } from '../zalo/shape.mjs';
import { ZaloRefusal, zaloOk } from './answers.mjs';
import { readBody } from './body.mjs';
import { checkNight } from './limits.mjs';
import { send, type Recipient } from './send.mjs';
import { readValues, type ZaloTemplate } from './templates.mjs';

const TRACKING_MAX = 48;
const BEYOND_QUOTA = '3';

/** `POST /message/template` (zalo.md 3.1). */
export async function sendByPhone(request: Incoming, world: World): Promise<Reply> {
	return await sendByNumber(request, world, readPhone);
}

/** `POST /message/template/hashphone` (zalo.md 3.5). */
export async function sendByHash(request: Incoming, world: World): Promise<Reply> {
	return await sendByNumber(request, world, readHash);
}

function readPhone({ phone: given }: Json, { settings: { zalo } }: World): Recipient {
	const phone = typeof given === 'string' ? nationalPhone(given, zalo.phoneForms) : undefined;
	if (phone === undefined) throw new ZaloRefusal(-108);
	return { phone };
}

/** Lower-case hex SHA-256 of the 84… number; a number hashed in another form is nobody's. */
function readHash({ hash_phone: hash }: Json, world: World): Recipient {
	if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) throw new ZaloRefusal(-108);
	const known = world.phoneHashes.find(hash, world.settings.esms.knownPhones);
	if (known?.form === 'wrong') throw new ZaloRefusal(-118);
	return { phone: known?.phone ?? '', hashPhone: hash };
}

async function sendByNumber(request: Incoming, world: World, readRecipient: (body: Json, world: World) => Recipient): Promise<Reply> {
	const { zalo } = world.settings;
	const body = readBody(request);
	const recipient = readRecipient(body, world);
	const development = readMode(body, world);
	const template = readTemplate(body, world);
	// Development mode is there to try what is not approved yet; it reaches administrators alone (zalo.md 3.6).
	if (development && !isAdmin(recipient.phone, world)) throw new ZaloRefusal(-127, 'Test template can only be sent to admins');
	if (!development) checkStatus(template);
	const values = readValues(readData(body), template, zalo.send);
	const trackingId = readTrackingId(body, world);
	const sendingMode = readSendingMode(body, template, world);
	if (!development) checkNight(template, world);

	return await send(world, {
		recipient,
		template,
		values,
		trackingId,
		price: template.pricePhone,
		event: 'zns',
		take: () => (development ? world.zalo.limits.takeInDevelopment() : world.zalo.limits.takeByPhone(template.id, sendingMode === BEYOND_QUOTA)),
		receipt: (id) => zaloOk(world, { data: receipt(id, sendingMode, world) }),
	});
}

/** Strings where Zalo sends strings (zalo.md 3.2). */
function receipt(id: string, sendingMode: string, world: World): object {
	const { answers, limits } = world.settings.zalo;
	const quota = { dailyQuota: String(limits.oaDaily), remainingQuota: String(world.zalo.limits.remaining) };
	return {
		msg_id: id,
		sent_time: String(world.now()),
		sending_mode: answers.sendingMode === 'null' ? null : sendingMode,
		quota: answers.quota === 'zero' ? { dailyQuota: '0', remainingQuota: '0' } : quota,
	};
}

/** The template of a send: -109 where nobody knows it, -117 where it is another app's. */
export function readTemplate({ template_id: id }: Json, world: World): ZaloTemplate {
	const template = world.zalo.template(id);
	if (!template) throw new ZaloRefusal(-109);
	if (template.foreign) throw new ZaloRefusal(-117);
	return template;
}

/** -131 for what is not approved, -146 for what was disabled for its quality (zalo.md 9.2). */
export function checkStatus({ status, quality }: ZaloTemplate): void {
	if (status === 'DISABLE' && quality === 'LOW') throw new ZaloRefusal(-146, 'Template is disabled because of low quality');
	if (status !== 'ENABLE') throw new ZaloRefusal(-131);
}

export function readData({ template_data: data }: Json): Json {
	if (data === undefined || data === null) throw new ZaloRefusal(-111);
	if (!isJson(data)) throw new ZaloRefusal(-112);
	return data;
}

/** Whether the body asks for development mode (zalo.md 3.6). */
function readMode({ mode }: Json, { settings: { zalo } }: World): boolean {
	if (mode !== undefined && mode !== 'development') throw new ZaloRefusal(zalo.send.codes.unknownMode, 'mode is invalid');
	return mode === 'development';
}

function isAdmin(phone: string, { settings: { zalo } }: World): boolean {
	return zalo.send.admins.some((admin) => nationalPhone(admin, ['0', '84', '+84', 'bare']) === phone);
}

function readTrackingId({ tracking_id: id }: Json, { settings: { zalo } }: World): string {
	const { codes, oddTrackingId } = zalo.send;
	if (typeof id !== 'string' || id === '') throw new ZaloRefusal(codes.missingTrackingId, 'tracking_id is missing');
	const odd = textLength(id) > TRACKING_MAX || !/^[\w.:-]+$/.test(id);
	if (odd && oddTrackingId === 'refuse') throw new ZaloRefusal(codes.oddTrackingId, 'tracking_id is invalid');
	return id;
}

/** "1" or "3"; the latter for tag 3 and a whitelisted OA only (zalo.md 3.1, -161 and -162). */
function readSendingMode({ sending_mode: mode = '1' }: Json, template: ZaloTemplate, { settings: { zalo } }: World): string {
	if (mode !== '1' && mode !== BEYOND_QUOTA) throw new ZaloRefusal(-161, 'sending_mode is invalid');
	if (mode === BEYOND_QUOTA && template.tag.name !== 'PROMOTION') throw new ZaloRefusal(-162, 'sending_mode 3 is not for this tag');
	if (mode === BEYOND_QUOTA && !zalo.send.beyondQuota) throw new ZaloRefusal(-161, 'sending_mode 3 is not allowed for this OA');
	return mode;
}
