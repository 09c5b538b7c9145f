import type { Incoming, Reply } from '../http/reply.mjs';
import type { EsmsSettings } from '../settings.mjs';
import type { World } from '../world.mjs';
import { fillTemplate, type ZnsTemplate } from '../zalo/templates.mjs';
import { sendError } from './answers.mjs';
import { member, text, type Body } from './body.mjs';
import { readJourney, type Journey } from './journey.mjs';
import type { Draft } from './accept.mjs';
import { answerSend, send, withoutKeys, type ReadSend } from './send.mjs';
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
		await answerSend(request, world, async (endpoint, body) => {
			const read = readZns(call, body, world);
			return 'refusal' in read ? read.refusal : await send(world, endpoint, read.options, read.draft);
		});
}

/** The ZNS of a body with values by position, as every call but V6 has it (esms.md 3.6, 3.7, 4.1). */
export function readPositionalZns(body: Body, world: World): ReadSend {
	return readZns({ recipient: phoneRecipient, values: positional, keepBody: false }, body, world);
}

function readZns(call: ZnsCall, body: Body, world: World): ReadSend {
	const { esms } = world.settings;
	const found = findTemplate(body, world);
	if ('refusal' in found) return found;
	const { template, senderName, enabled } = found;
	const data = call.values(body, template, esms);
	if ('problem' in data) return { refusal: { ...sendError('790'), note: data.problem } };
	const to = call.recipient(body, world);
	if ('refusal' in to) return to;
	const journey = call.journey?.(body, esms) ?? {};
	if ('code' in journey) return { refusal: { ...sendError(journey.code), note: journey.problem } };
	const read = readSendOptions(body, esms);
	if ('code' in read) return { refusal: sendError(read.code) };
	const options = call.options?.(read, esms) ?? read;
	const refused = sendingModeProblem(options, template.oaId, esms);
	if (refused) return { refusal: sendError(refused) };
	return {
		options,
		draft: {
			channel: 'zns',
			text: fillTemplate(template.text, data.values),
			senderName,
			typeId: template.smsType,
			price: esms.znsPrice,
			templateId: template.id,
			templateName: template.name,
			oaId: template.oaId,
			...to.recipient,
			...(journey.orderId === undefined ? {} : journeyPart(journey.orderId, to.recipient.phone, esms)),
			body: call.keepBody ? withoutKeys(body) : undefined,
			failure: enabled ? to.recipient.failure : -131,
		},
	};
}

/** A template that may be sent, with the name of its OA; a template that is not enabled fails at Zalo where the settings say so. */
interface FoundTemplate {
	template: ZnsTemplate;
	senderName: string;
	enabled: boolean;
}

/** The template a body names: 791 without its id or that of the OA, 799 or 204 for a strange OA, 789 for a strange template. */
export function findTemplate(body: Body, { account, settings: { esms } }: World): FoundTemplate | { refusal: Reply } {
	const oaId = text(body, 'OAID');
	const templateId = text(body, 'TempID');
	if (oaId === '' || templateId === '') return { refusal: sendError('791') };
	const senderName = account.oaName(oaId);
	if (senderName === undefined) return { refusal: sendError(esms.unknownOaCode) };
	const template = account.template(oaId, templateId);
	if (!template) return { refusal: sendError('789') };
	const enabled = template.status === 'ENABLE';
	if (!enabled && esms.templateNotEnabled !== 'zalo') return { refusal: sendError(esms.templateNotEnabled) };
	return { template, senderName, enabled };
}

/** A journey message has its own type, and its callback names a Zalo user (esms.md 12.2). */
function journeyPart(orderId: string, phone: string, { journey }: EsmsSettings): Partial<Draft> {
	return { orderId, typeId: 27, price: journey.price, zaloUserId: zaloUserOf(phone) };
}

/** SendingMode 3: not with SendDate (801), only for OAs with the right (802); esms.md 1.6. */
export function sendingModeProblem(options: SendOptions, oaId: string, settings: EsmsSettings): string | undefined {
	if (options.sendingMode !== '3') return undefined;
	if (options.sendAt !== undefined) return '801';
	return settings.exceedQuotaOas.includes(oaId) ? undefined : '802';
}
