import type { Incoming, Reply } from '../http/reply.mjs';
import type { EsmsSettings } from '../settings.mjs';
import type { World } from '../world.mjs';
import { fillTemplate, type ZnsTemplate } from '../zalo/templates.mjs';
import { sendError } from './answers.mjs';
import { member, text, type Body } from './body.mjs';
import { readJourney, type Journey } from './journey.mjs';
import { answerSend, send, withoutKeys, type Draft } from './send.mjs';
import { readSendOptions, type SendOptions } from './sendOptions.mjs';
import { hashRecipient, phoneRecipient, uidRecipient, zaloUserOf, type ReadRecipient } from './znsRecipient.mjs';
import { namedValues, positionalValues, type ZnsValues } from './znsValues.mjs';

/** What the calls that send a ZNS differ in. */
interface ZnsCall {
	recipient: ReadRecipient;
	values: (body: Body, template: ZnsTemplate, settings: EsmsSettings) => ZnsValues;
	/** Changes to the optional fields. */
	options?: (options: SendOptions, settings: EsmsSettings) => SendOptions;
	journey?: (body: Body, settings: EsmsSettings) => Journey;
	keepBody: boolean;
}

const named: ZnsCall['values'] = (body, template, settings) => namedValues(member(body, 'TempData'), template, settings);
const positional: ZnsCall['values'] = (body, template, settings) => positionalValues(member(body, 'Params'), template, settings);

/** `POST SendZaloMessage_V6/`: one ZNS by phone (esms.md 3.1). */
export const sendZns = znsHandler({ recipient: phoneRecipient, values: named, keepBody: false });

/** `POST SendZaloMessage_V6/zalo_uid/`: one ZNS by Zalo user id (esms.md 3.2); SendingMode is not listed there. */
export const sendZnsByUid = znsHandler({
	recipient: uidRecipient,
	values: named,
	options: (options, { uid }) => ({
		...options,
		sendingMode: '',
		sendAt: uid.sendDate === 'accept' ? options.sendAt : undefined,
	}),
	keepBody: true,
});

/** `POST SendZaloMessage_V6/hash_phone/`: one ZNS by hashed phone (esms.md 3.3). */
export const sendZnsByHash = znsHandler({ recipient: hashRecipient, values: named, keepBody: true });

/** `POST SendZaloMessage_V4_post_json/`: values by position, plain or as a journey (esms.md 3.4, 3.6). */
export const sendZnsV4 = znsHandler({ recipient: phoneRecipient, values: positional, journey: readJourney, keepBody: true });

function znsHandler(call: ZnsCall): (request: Incoming, world: World) => Promise<Reply> {
	return async (request, world) =>
		await answerSend(request, world, async (endpoint, body) => await answer(call, endpoint, body, world));
}

async function answer(call: ZnsCall, endpoint: string, body: Body, world: World): Promise<Reply> {
	const { account, settings: { esms } } = world;
	const oaId = text(body, 'OAID');
	const templateId = text(body, 'TempID');
	if (oaId === '' || templateId === '') return sendError('791');
	const senderName = account.oaName(oaId);
	if (senderName === undefined) return sendError(esms.unknownOaCode);
	const template = account.template(oaId, templateId);
	if (!template) return sendError('789');
	const enabled = template.status === 'ENABLE';
	if (!enabled && esms.templateNotEnabled !== 'zalo') return sendError(esms.templateNotEnabled);

	const data = call.values(body, template, esms);
	if ('problem' in data) return { ...sendError('790'), note: data.problem };
	const to = call.recipient(body, world);
	if ('refusal' in to) return to.refusal;
	const journey = call.journey?.(body, esms) ?? {};
	if ('code' in journey) return { ...sendError(journey.code), note: journey.problem };
	const read = readSendOptions(body, esms);
	if ('code' in read) return sendError(read.code);
	const options = call.options?.(read, esms) ?? read;
	const refused = sendingModeProblem(options, oaId, esms);
	if (refused) return sendError(refused);

	return await send(world, endpoint, options, {
		channel: 'zns',
		text: fillTemplate(template.text, data.values),
		senderName,
		typeId: template.smsType,
		price: esms.znsPrice,
		templateId,
		templateName: template.name,
		oaId,
		...to.recipient,
		...(journey.orderId === undefined ? {} : journeyPart(journey.orderId, to.recipient.phone, esms)),
		body: call.keepBody ? withoutKeys(body) : undefined,
		failure: enabled ? to.recipient.failure : -131,
	});
}

/** A journey message has its own type, and its callback names a Zalo user (esms.md 12.2). */
function journeyPart(orderId: string, phone: string, { journey }: EsmsSettings): Partial<Draft> {
	return { orderId, typeId: 27, price: journey.price, zaloUserId: zaloUserOf(phone) };
}

/** SendingMode 3: not with SendDate (801), only for OAs with the right (802); esms.md 1.6. */
function sendingModeProblem(options: SendOptions, oaId: string, settings: EsmsSettings): string | undefined {
	if (options.sendingMode !== '3') return undefined;
	if (options.sendAt !== undefined) return '801';
	return settings.exceedQuotaOas.includes(oaId) ? undefined : '802';
}
