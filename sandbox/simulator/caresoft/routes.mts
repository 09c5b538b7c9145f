import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { caresoftError, caresoftOk, limitReply } from './answers.mjs';
import { listCampaigns } from './campaigns.mjs';
import { contactByPhone, contactCustomFields, createContact, getContact, listContacts, updateContact } from './contacts/calls.mjs';
import { BadField } from './fields.mjs';
import { AGENTS, GROUPS, SERVICES } from './seed.mjs';
import { sendSms } from './sendSms.mjs';
import { sendZns } from './sendZns.mjs';
import { createTicket, getTicket, listTickets, ticketCustomFields, updateTicket } from './tickets/calls.mjs';
import { zaloUserStatus } from './userStatus.mjs';

type Handler = (request: Incoming, world: World, id: number) => Reply | Promise<Reply>;

/** Paths behind `/{domain}/api/v1/` (caresoft.md 5 to 9). */
const ROUTES: ReadonlyMap<string, Handler> = new Map<string, Handler>([
	['GET agents', () => caresoftOk({ agents: AGENTS })],
	['GET groups', () => caresoftOk({ groups: GROUPS })],
	['GET services', services],
	['GET campaigns', listCampaigns],
	['GET contacts', listContacts],
	['POST contacts', createContact],
	// Callers use both (caresoft.md 6).
	['POST contacts/', createContact],
	['GET contacts/custom_fields', contactCustomFields],
	['GET contacts/{id}', getContact],
	['PUT contacts/{id}', updateContact],
	['GET contactsByPhone', contactByPhone],
	['GET tickets', listTickets],
	['POST tickets', createTicket],
	['GET tickets/custom_fields', ticketCustomFields],
	['GET tickets/{id}', getTicket],
	['PUT tickets/{id}', updateTicket],
	['POST zalo/zns', sendZns],
	['POST zalo/user-status', zaloUserStatus],
	['POST sms', sendSms],
]);

function services(request: Incoming): Reply {
	const type = request.query.get('type');
	return caresoftOk({ services: SERVICES.filter((service) => type === null || String(service.type) === type) });
}

/** Answers one request to CareSoft: tenant, limiter, token, endpoint. */
export async function answerCaresoft(request: Incoming, world: World): Promise<Reply> {
	const { caresoft } = world.settings;
	const match = /^\/([^/]+)\/api\/v1\/(.+)$/.exec(request.path);
	if (!match) return notFound();
	const [, domain = '', endpoint = ''] = match;
	// Of the same family as the lock-out, as far as is known (caresoft.md 3, client rule 5).
	if (!isTenant(domain, world)) return caresoftError(404, 'Domain incorrect');
	const limited = limitReply(world.tenant.limiter.check(world.now()), caresoft.limits);
	if (limited) return limited;
	// The body of a 401 is not documented.
	if (request.headers.authorization !== `Bearer ${caresoft.token}`) return caresoftError(401, 'Unauthorized');
	return await answerEndpoint(endpoint, request, world);
}

async function answerEndpoint(endpoint: string, request: Incoming, world: World): Promise<Reply> {
	const [, collection = '', id = ''] = /^([^/]+)\/(\d+)$/.exec(endpoint) ?? [];
	const handler = ROUTES.get(`${request.method} ${id === '' ? endpoint : `${collection}/{id}`}`);
	if (!handler) return notFound();
	try {
		return await handler(request, world, Number(id));
	} catch (error) {
		if (error instanceof BadField) return caresoftError(world.settings.caresoft.errorStatus, error.message);
		throw error;
	}
}

function isTenant(domain: string, world: World): boolean {
	const { domain: own, domainCaseSensitive } = world.settings.caresoft;
	return domainCaseSensitive ? domain === own : domain.toLowerCase() === own.toLowerCase();
}

/** `404: Not Found` with an empty body (caresoft.md 5.2). */
function notFound(): Reply {
	return { status: 404, contentType: 'text/plain; charset=utf-8', body: '', code: '' };
}
