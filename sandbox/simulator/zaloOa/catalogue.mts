import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { ZaloRefusal, zaloOk } from './answers.mjs';
import { readPage } from './reading.mjs';
import { SAMPLES } from './samples.mjs';
import type { ZaloParameter, ZaloTemplate } from './templates.mjs';

/** `status` of `/template/all`; DELETE has no number (zalo.md 3.7). */
const STATUSES: Readonly<Record<string, string>> = { '1': 'ENABLE', '2': 'PENDING_REVIEW', '3': 'REJECT', '4': 'DISABLE' };

/** `GET /template/all` (zalo.md 3.7), newest first. */
export function listTemplates({ query }: Incoming, world: World): Reply {
	const page = readPage(query, world);
	const status = query.get('status');
	const preset = query.get('filterPreset') ?? '0';
	if ((status !== null && !Object.hasOwn(STATUSES, status)) || !['0', '1'].includes(preset)) throw new ZaloRefusal(-132);
	const found = world.zalo
		.templates()
		.filter((template) => status === null || template.status === STATUSES[status])
		.filter((template) => preset === '0' || !template.foreign);
	const data = found.slice(page.offset, page.offset + page.limit).map((template) => ({
		templateId: shownId(template, world),
		templateName: template.name,
		createdTime: template.createdAt,
		status: template.status,
		templateQuality: template.quality,
	}));
	return zaloOk(world, { data, metadata: { total: found.length } }, 'success');
}

/** `GET /template/info/v2` (zalo.md 4.1). */
export function templateInfo({ query }: Incoming, world: World): Reply {
	const { timeout, timeoutMs, tags } = world.settings.zalo.lists;
	const template = known(query, world);
	return zaloOk(world, {
		data: {
			templateId: shownId(template, world),
			templateName: template.name,
			status: template.status,
			listParams: template.parameters.map((parameter, index) => shownParameter(parameter, index, world)),
			listButtons: template.buttons,
			timeout: timeout === 'number' ? timeoutMs : String(timeoutMs),
			previewUrl: `https://account.zalo.cloud/znspreview/simulator-${template.id}`,
			templateQuality: template.quality,
			templateTag: tags === 'new' ? template.tag.name : template.tag.old,
			price_sdt: String(template.pricePhone),
			price_uid: String(template.priceUid),
			price: String(template.pricePhone),
		},
	});
}

/** `GET /template/sample-data`: sample values per parameter (zalo.md 3.7). */
export function sampleData({ query }: Incoming, world: World): Reply {
	const { parameters } = known(query, world);
	return zaloOk(world, { data: Object.fromEntries(parameters.map(({ name, kind }) => [name, SAMPLES[kind]])) });
}

/** `GET /message/template-tag` (zalo.md 3.7). */
export function templateTags(_request: Incoming, world: World): Reply {
	const { tags } = world.settings.zalo.lists;
	const data = tags === 'old' ? ['OTP', 'IN_TRANSACTION', 'POST_TRANSACTION'] : ['TRANSACTION', 'CUSTOMER_CARE', 'PROMOTION'];
	return zaloOk(world, { data }, 'success');
}

function known(query: URLSearchParams, world: World): ZaloTemplate {
	const template = world.zalo.templates().find(({ id }) => id === query.get('template_id'));
	if (!template) throw new ZaloRefusal(-109);
	return template;
}

function shownId({ id }: ZaloTemplate, world: World): string | number {
	return world.settings.zalo.lists.templateId === 'number' && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

/** `require`, not `required`; of the types only STRING was seen (zalo.md 4.1). */
function shownParameter({ name, kind, required, maxLength, minLength, acceptsNull }: ZaloParameter, index: number, world: World): object {
	const varied = kind === 'time' ? 'DATE' : kind === 'currency' || kind === 'amount' ? 'NUMBER' : `TYPE_${index}`;
	const type = world.settings.zalo.lists.parameterTypes === 'STRING' ? 'STRING' : varied;
	return { name, require: required, type, maxLength, minLength, acceptNull: acceptsNull };
}
