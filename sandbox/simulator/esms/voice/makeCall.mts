import type { Incoming, Reply } from '../../http/reply.mjs';
import { nationalPhone } from '../../phones.mjs';
import type { EsmsSettings } from '../../settings.mjs';
import type { World } from '../../world.mjs';
import { fillTemplate } from '../../zalo/templates.mjs';
import type { Draft } from '../accept.mjs';
import { badPhone, sendError } from '../answers.mjs';
import { text, type Body } from '../body.mjs';
import { parseSlashedDate } from '../localTime.mjs';
import { answerSend, send, withoutKeys } from '../send.mjs';
import { readSendOptions } from '../sendOptions.mjs';
import { CALL_TEMPLATES, RECORDINGS } from './seed.mjs';

/** What is said in a call, or its refusal. */
type Spoken = Required<Pick<Draft, 'text' | 'templateId' | 'templateName'>> | { code: string; problem: string };

type ReadSpoken = (body: Body, settings: EsmsSettings) => Spoken;

/** The optional fields of a call with what they must look like. */
type Fields = Readonly<Record<string, RegExp>>;

const TEMPLATE_FIELDS: Fields = {
	Voice: /^(male|female|hatieumai|ngoclam)$/,
	Speed: /^(-?[1-3]|0)$/,
};
/** How large the numbers may be is documented for Ivr alone. */
const RECORD_FIELDS: Fields = {
	NumberForward: /^\+?\d{3,15}$/,
	MaxRepeat: /^\d{1,5}$/,
	MaxRetry: /^\d{1,5}$/,
	Ivr: /^\d$/,
	TimeWaitToIvr: /^\d{1,5}$/,
	WaitRetry: /^\d{1,5}$/,
};

/** `GET MakeCallTemplate_V2` (esms.md 9): reads a template out; 104 for one that does not exist. */
export async function makeCallTemplate(request: Incoming, world: World): Promise<Reply> {
	return await makeCall(request, world, TEMPLATE_FIELDS, readTemplate);
}

/** `GET MakeCallRecord_V2` (esms.md 9): plays a recording; 106 for one that does not exist. */
export async function makeCallRecord(request: Incoming, world: World): Promise<Reply> {
	const { recordRequestId } = world.settings.esms.voice;
	const named = new URLSearchParams(request.query);
	const requestId = recordRequestId === 'either' ? (named.get('RequestId') ?? named.get('RequestID')) : named.get(recordRequestId);
	named.delete('RequestID');
	named.set('RequestId', requestId ?? '');
	return await makeCall({ ...request, query: named }, world, RECORD_FIELDS, readRecording);
}

async function makeCall(request: Incoming, world: World, fields: Fields, read: ReadSpoken): Promise<Reply> {
	return await answerSend(request, world, async (endpoint, body) => await answer(endpoint, body, world, fields, read), 'voice');
}

async function answer(endpoint: string, body: Body, world: World, fields: Fields, read: ReadSpoken): Promise<Reply> {
	const { esms } = world.settings;
	const refuse = (code: string, note?: string): Reply => ({
		...sendError(code, code === '104' ? { message: 'Template not found' } : {}, 'voice'),
		...(note === undefined ? {} : { note }),
	});
	const spoken = read(body, esms);
	if ('code' in spoken) return refuse(spoken.code, spoken.problem);
	const given = text(body, 'Phone');
	const phone = nationalPhone(given, esms.phoneForms);
	if (phone === undefined) return badPhone(given, 'voice');
	const [wrong] = Object.entries(fields).filter(([name, form]) => text(body, name) !== '' && !form.test(text(body, name)));
	// No code is documented for a field of another form.
	if (wrong) return refuse(esms.invalidFieldCode, `${wrong[0]} is invalid`);
	const options = readSendOptions(body, esms, { parseDate: parseSlashedDate });
	if ('code' in options) return refuse(options.code);
	// Neither a campaign nor a sandbox is documented for calls.
	return await send(world, endpoint, { ...options, campaign: '', sandbox: false }, {
		channel: 'voice',
		phone,
		...spoken,
		senderName: esms.voice.callerId,
		price: esms.voice.price,
		body: withoutKeys(body),
	});
}

function readTemplate(body: Body, { invalidFieldCode }: EsmsSettings): Spoken {
	const template = CALL_TEMPLATES.find(({ id }) => id === text(body, 'TemplateId'));
	if (!template) return { code: '104', problem: 'TemplateId is unknown' };
	const list = text(body, 'VariableListStr');
	const variables = list === '' ? [] : list.split('||');
	// What a wrong number of variables brings about is not documented.
	if (variables.length !== template.variables) {
		return { code: invalidFieldCode, problem: `VariableListStr must have ${template.variables} values` };
	}
	const values = Object.fromEntries(variables.map((value, index) => [String(index + 1), value]));
	return { text: fillTemplate(template.text, values), templateId: template.id, templateName: template.name };
}

function readRecording(body: Body): Spoken {
	const recording = RECORDINGS.find(({ id }) => id === text(body, 'TemplateId'));
	if (!recording) return { code: '106', problem: 'TemplateId is unknown' };
	return { text: recording.name, templateId: recording.id, templateName: recording.name };
}
