import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import type { ZnsTemplate } from '../zalo/templates.mjs';
import { queryError } from './answers.mjs';
import { looseText, readBody, text } from './body.mjs';
import { BRANDNAMES, OFFICIAL_ACCOUNTS } from './seed.mjs';

/** `POST GetBalance_json` (esms.md 10.1): the code is called CodeResponse here. */
export function getBalance(request: Incoming, world: World): Reply {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) {
		return jsonReply(200, '101', { Balance: 0, CodeResponse: '101', ErrorMessage: 'Authorize Failed' });
	}
	const { balance } = world.account;
	return jsonReply(200, '100', { Balance: balance, CodeResponse: '100', UserID: world.settings.esms.userId });
}

/** `GET GetListBrandname/{ApiKey}/{SecretKey}` (esms.md 10.8): CodeResponse on success, CodeResult on 101. */
export function getListBrandname(request: Incoming, world: World): Reply {
	const [secretKey = '', apiKey = ''] = request.path.split('/').reverse();
	if (!world.account.ownsKeys(decodePart(apiKey), decodePart(secretKey))) return queryError('101');
	return jsonReply(200, '100', { CodeResponse: '100', ListBrandName: BRANDNAMES });
}

function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** `POST ZNS/GetListZOA/` (esms.md 10.9): the 101 text ends with a dot here. */
export function getListZoa(request: Incoming, world: World): Reply {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return queryError('101', 'Authorize Failed.');
	return jsonReply(200, '100', { CodeResult: '100', ErrorMessage: 'success', ZOAList: OFFICIAL_ACCOUNTS });
}

/** `POST GetTemplate/`: ZNS templates of an OA for 24 and 25, SMS texts of a brandname for 2 (esms.md 10.10, 10.12). */
export function getTemplate(request: Incoming, world: World): Reply {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return queryError('101');
	const type = looseText(body, 'SmsType');
	if (type === '') return queryError('300');
	if (type === '2') return smsTemplates(text(body, 'Brandname'), world);
	if (type !== '24' && type !== '25') return queryError('118');
	const oaId = text(body, 'OAId');
	if (oaId === '') return queryError('791');
	if (world.account.oaName(oaId) === undefined) return queryError(world.settings.esms.unknownOaCode);
	return jsonReply(200, '100', {
		CodeResult: '100',
		ErrorMessage: 'success',
		ZNSTemplates: world.account.templatesOf(oaId, type).map(listRow),
	});
}

/** A row of the template list; TempId is a number, the parameters keep their order in ParamLevel. */
function listRow(template: ZnsTemplate): object {
	return {
		TempContent: template.html,
		TempId: Number(template.id),
		TempName: template.name,
		ZNSTempDetail: template.parameters.map((parameter, index) => ({
			Limit: parameter.maxLength,
			Param: parameter.name,
			ParamLevel: index + 1,
			RequireType: parameter.type,
		})),
	};
}

/** The error answers of this list are not documented; 104 is the code of an unknown brandname elsewhere. */
function smsTemplates(brandname: string, world: World): Reply {
	if (!world.account.hasBrandname(brandname, 2)) return queryError('104');
	return jsonReply(200, '100', {
		BrandnameTemplates: world.account.smsTemplatesOf(brandname).map((template) => ({
			NetworkID: template.networkId,
			TempContent: template.content,
			TempId: template.id,
		})),
		CodeResult: '100',
		ErrorMessage: 'success',
	});
}

/** `GET GetZnsTemplateInfo` (esms.md 10.11): numeric Error, 0 is success; its error bodies are not documented. */
export function getZnsTemplateInfo(request: Incoming, world: World): Reply {
	const { query } = request;
	const errors = world.settings.esms.templateInfoErrors;
	if (!world.account.ownsKeys(query.get('ApiKey') ?? '', query.get('SecretKey') ?? '')) {
		return jsonReply(200, String(errors.authorize), { Error: errors.authorize, Message: 'Authorize Failed' });
	}
	const template = world.account.template(query.get('OAId') ?? '', query.get('TemplateId') ?? '');
	if (!template) return jsonReply(200, String(errors.unknown), { Error: errors.unknown, Message: 'TemplateId is not config' });
	return jsonReply(200, '0', { Data: detail(template), Error: 0, Message: 'Success' });
}

function detail(template: ZnsTemplate): object {
	return {
		ListButtons: template.buttons.map(({ content, title, type }) => ({ Content: content, Title: title, Type: type })),
		ListParams: template.parameters.map((parameter) => ({
			AcceptNull: parameter.acceptsEmpty,
			MaxLength: parameter.maxLength,
			MinLength: 0,
			Name: parameter.name,
			Require: parameter.required,
			// The only value seen (esms.md 10.11).
			Type: 'STRING',
		})),
		PreviewUrl: template.previewUrl,
		Reason: template.reason,
		Status: template.status,
		TemplateId: Number(template.id),
		TemplateName: template.name,
		TemplateQuality: template.quality,
		TemplateTag: template.tag,
		Timeout: template.timeout,
	};
}
