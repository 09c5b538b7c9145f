import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import type { RegistrationSettings } from '../accountSettings.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { looseText, readBody, text, type Body } from './body.mjs';
import { parseLocalTime } from './localTime.mjs';
import { oaProblem } from './oaQuery.mjs';

/** Success has an ErrorMessage here (esms.md 11). */
const OWNERSHIP = 'ViHAT is censoring trademark ownership';
const MODERATION = 'ViHAT is moderating your template';

/** `POST RegisZNSTemplateJson/` (esms.md 11). */
export const registerZnsTemplate = registration(OWNERSHIP, (body, world) => {
	const { registration: settings, invalidFieldCode } = world.settings.esms;
	const refused = oaProblem(text(body, 'OAID'), world) ?? typeProblem(body, ['24', '25']);
	if (refused) return refused;
	for (const name of ['CTA1', 'CTA2', 'CTA 1', 'CTA 2']) text(body, name);
	return text(body, 'Content') === '' || !isWebUrl(imageUrl(body, settings)) ? invalidFieldCode : undefined;
});

/** `POST SubServicePreviewJson/`: a text of a brandname (esms.md 11). */
export const registerSmsTemplate = registration(MODERATION, (body, { account, settings: { esms } }) => {
	const refused = typeProblem(body, ['2', '8']);
	if (refused) return refused;
	if (looseText(body, 'ServiceType') !== '2') return '301';
	looseText(body, 'IsUnicode');
	for (const name of ['AssetsUrl', 'CustomerEmail', 'CustomerName', 'CustomerPhone']) text(body, name);
	if (!account.hasBrandname(text(body, 'Brandname'), 2)) return '104';
	return text(body, 'Content') === '' ? esms.invalidFieldCode : undefined;
});

/** `POST RegisOAPackageJson/` (esms.md 11); the unit of Duaration is not documented. */
export const registerOaPackage = registration(OWNERSHIP, (body, world) => {
	const refused = oaProblem(text(body, 'OAID'), world);
	if (refused) return refused;
	const date = parseLocalTime(`${text(body, 'Dateactive')} 00:00:00`, 0);
	const fine = date !== undefined && /^[1-9]\d*$/.test(looseText(body, 'Duaration')) && /^[123]$/.test(looseText(body, 'Package'));
	return fine ? undefined : world.settings.esms.invalidFieldCode;
});

/** A registration call: the keys, the request's own rules, 199 for what already waits; nothing is ever approved. */
function registration(
	message: string,
	problem: (body: Body, world: World) => string | undefined,
): (request: Incoming, world: World) => Reply {
	return (request, world) => {
		const body = readBody(request);
		if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return queryError('101');
		text(body, 'CallbackUrl');
		const refused = problem(body, world);
		if (refused) return queryError(refused);
		const { registrations } = world.account;
		const wanted = identity(request.path, body);
		if (registrations.has(wanted)) return queryError('199');
		const { firstId, replyId } = world.settings.esms.registration;
		const id = firstId + registrations.size;
		registrations.add(wanted);
		return jsonReply(200, '100', { CodeResult: '100', ErrorMessage: message, [replyId]: id });
	};
}

/** What makes two registrations the same: the call and every member that describes what is wanted. */
function identity(path: string, { ApiKey: _, SecretKey: __, CallbackUrl: ___, ...wanted }: Body): string {
	return JSON.stringify([path, Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** 300 without SmsType, 118 for one the call does not take. */
function typeProblem(body: Body, taken: readonly string[]): string | undefined {
	const type = looseText(body, 'SmsType');
	if (type === '') return '300';
	return taken.includes(type) ? undefined : '118';
}

function imageUrl(body: Body, { names }: RegistrationSettings): string {
	const sample = text(body, 'ImageUrl');
	const table = text(body, 'ImageURL');
	if (names === 'either') return sample || table;
	return names === 'sample' ? sample : table;
}

function isWebUrl(url: string): boolean {
	return /^https?:\/\//i.test(url) && URL.canParse(url);
}
