import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { EsmsSettings } from '../settings.mjs';
import type { World } from '../world.mjs';
import { fillTemplate, templateProblem, type ZnsTemplate } from '../zalo/templates.mjs';
import { badPhone, sendError } from './answers.mjs';
import { member, readBody, text, type Body } from './body.mjs';
import { rememberRefused, send } from './send.mjs';
import { readSendOptions, type SendOptions } from './sendOptions.mjs';

/** `POST SendZaloMessage_V6/`: one ZNS by phone (esms.md 3.1). */
export async function sendZns(request: Incoming, world: World): Promise<Reply> {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return sendError('101');
	const reply = await answer(request.path, body, world);
	rememberRefused(world, request.path, text(body, 'RequestId'), reply);
	return reply;
}

async function answer(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { account, settings } = world;
	const oaId = text(body, 'OAID');
	const templateId = text(body, 'TempID');
	if (oaId === '' || templateId === '') return sendError('791');
	const senderName = account.oaName(oaId);
	if (senderName === undefined) return sendError(settings.esms.unknownOaCode);
	const template = account.template(oaId, templateId);
	if (!template) return sendError('789');
	const enabled = template.status === 'ENABLE';
	if (!enabled && settings.esms.templateNotEnabled !== 'zalo') return sendError(settings.esms.templateNotEnabled);

	const data = templateData(member(body, 'TempData'), template, settings.esms);
	if ('problem' in data) return { ...sendError('790'), note: data.problem };
	const given = text(body, 'Phone');
	const phone = nationalPhone(given, settings.esms.phoneForms);
	if (phone === undefined) return badPhone(given);
	const options = readSendOptions(body, settings.esms);
	if ('code' in options) return sendError(options.code);
	const refused = sendingModeProblem(options, oaId, settings.esms);
	if (refused) return sendError(refused);

	return await send(world, endpoint, options, {
		channel: 'zns',
		phone,
		text: fillTemplate(template.text, data.values),
		senderName,
		typeId: template.smsType,
		price: settings.esms.znsPrice,
		templateId,
		templateName: template.name,
		oaId,
		failure: enabled ? undefined : -131,
	});
}

/** SendingMode 3: not with SendDate (801), only for OAs with the right (802); esms.md 1.6. */
function sendingModeProblem(options: SendOptions, oaId: string, settings: EsmsSettings): string | undefined {
	if (options.sendingMode !== '3') return undefined;
	if (options.sendAt !== undefined) return '801';
	return settings.exceedQuotaOas.includes(oaId) ? undefined : '802';
}

/** TempData as strings, or what is wrong with it: it must be an object of name and value (esms.md 3.1). */
function templateData(
	data: unknown,
	template: ZnsTemplate,
	settings: EsmsSettings,
): { values: Record<string, string> } | { problem: string } {
	const given = data ?? {};
	if (typeof given !== 'object' || Array.isArray(given)) return { problem: 'TempData is not an object' };
	// Without a prototype, a parameter may be called anything.
	const values = Object.create(null) as Record<string, string>;
	for (const [name, value] of Object.entries(given)) {
		if (typeof value === 'string') values[name] = value;
		else if (settings.tempDataNonString === 'accept') values[name] = String(value);
		else return { problem: `${name} is not a string` };
	}
	if (settings.tempDataExtraKeys === 'refuse') {
		const extra = Object.keys(values).find((name) => !template.parameters.some((parameter) => parameter.name === name));
		if (extra !== undefined) return { problem: `${extra} is not a parameter of the template` };
	}
	const problem = templateProblem(template.parameters, values);
	return problem === undefined ? { values } : { problem };
}
