import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { World } from '../world.mjs';
import { fillTemplate, parameterLength } from '../zalo/templates.mjs';
import { caresoftError } from './answers.mjs';
import { isObject, readId, readWrapped } from './body.mjs';
import { CARESOFT_OA, SCENARIOS, ZALO_SERVICE, type Scenario } from './seed.mjs';
import { send } from './send.mjs';

/** Zalo's code for a parameter that is too long (zalo.md 9.2). */
const TOO_LONG = -1121;

/** `POST zalo/zns` (caresoft.md 7.1). How it refuses is not documented: only the envelope is known. */
export async function sendZns(request: Incoming, world: World): Promise<Reply> {
	const { caresoft, esms } = world.settings;
	const refuse = (message: string) => caresoftError(caresoft.errorStatus, message);
	const zns = readWrapped(request, 'zns');
	if (!zns) return refuse('zns is required');
	const phone = typeof zns.phone === 'string' ? nationalPhone(zns.phone, esms.phoneForms) : undefined;
	if (phone === undefined) return refuse('phone is invalid');
	const templateId = readId(zns.template_id, caresoft.stringIds);
	const scenario = SCENARIOS.find(({ id }) => id === templateId);
	if (!scenario) return refuse('template_id is invalid');
	const ticketId = zns.ticket_id === undefined ? 0 : readId(zns.ticket_id, caresoft.stringIds);
	if (ticketId === undefined) return refuse('ticket_id is invalid');
	if (ticketId !== 0 && caresoft.unknownTicket === 'refuse' && !world.tenant.tickets.get(ticketId)) {
		return refuse('ticket not found');
	}
	const values = scenarioValues(zns.params, scenario);
	if (!values) return refuse('params is invalid');
	const tooLong = scenario.parameters.some(({ name, maxLength }) => parameterLength(values[name] ?? '') > maxLength);

	return await send(
		world,
		{
			channel: 'zns',
			phone,
			text: fillTemplate(scenario.text, values),
			senderName: CARESOFT_OA.name,
			templateId: String(scenario.id),
			templateName: scenario.name,
			oaId: CARESOFT_OA.id,
			serviceId: ZALO_SERVICE.service_id,
			ticketId,
			// Whether Zalo's refusals come back at once is open; here they show up as the outcome.
			failure: tooLong ? TOO_LONG : undefined,
		},
		({ id }) => receipt(id, caresoft.znsDialect),
	);
}

/** What was sent over the scenario's own mapping; undefined when `params` is not an object of plain values. */
function scenarioValues(params: unknown, scenario: Scenario): Record<string, string> | undefined {
	const values: Record<string, string> = { ...scenario.mapped };
	if (params === undefined || params === null) return values;
	if (!isObject(params)) return undefined;
	for (const [name, value] of Object.entries(params)) {
		if (typeof value !== 'string' && typeof value !== 'number') return undefined;
		if (scenario.parameters.some((parameter) => parameter.name === name)) values[name] = String(value);
	}
	return values;
}

/** The two success dialects: the page's, and the one a production module tests for (caresoft.md 7.1). */
function receipt(ticketId: number, dialect: 'page' | 'live'): Reply {
	return dialect === 'page'
		? jsonReply(200, 'OK', { status: 'OK', ticket: { ticketId: String(ticketId) } })
		: jsonReply(200, 'ok', { code: 'ok', ticket: { ticket_id: ticketId } });
}
