import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { checkAccess, type AccessCodes } from './access.mjs';
import { listRatings, listReplies, messageQuota, quality } from './accountCalls.mjs';
import { zaloError, ZaloRefusal } from './answers.mjs';
import { listTemplates, sampleData, templateInfo, templateTags } from './catalogue.mjs';
import { answerWithFault } from './faults.mjs';
import { sendByHash, sendByPhone } from './sendPhone.mjs';
import { sendByUid } from './sendUid.mjs';
import { messageStatus } from './status.mjs';

type Handler = (request: Incoming, world: World) => Reply | Promise<Reply>;
type Routes = ReadonlyMap<string, Handler>;

const HASH_PATHS = { hashphone: '/message/template/hashphone', hash_phone: '/message/template/hash_phone' } as const;

/** `business.openapi.zalo.me` (zalo.md 3). */
const BUSINESS: Routes = new Map<string, Handler>([
	['POST /message/template', sendByPhone],
	[`POST ${HASH_PATHS.hashphone}`, sendByHash],
	[`POST ${HASH_PATHS.hash_phone}`, sendByHash],
	['GET /message/status', messageStatus],
	['GET /message/quota', messageQuota],
	['GET /message/template-tag', templateTags],
	['GET /quality', quality],
	['GET /template/all', listTemplates],
	['GET /template/info/v2', templateInfo],
	['GET /template/sample-data', sampleData],
	['POST /rating/get', listRatings],
	['GET /rating/get', listRatings],
	['POST /response/get', listReplies],
]);

/** `openapi.zalo.me` (zalo.md 7). */
const OPENAPI: Routes = new Map<string, Handler>([
	['POST /v3.0/oa/message/template', sendByUid],
	['POST /v3.0/oa/message/transaction', ended],
	['POST /v3.0/oa/message/promotion', ended],
]);

/** Ended on 2026-03-01 (zalo.md 0.1). */
function ended(_request: Incoming, world: World): Reply {
	return zaloError(world, world.settings.zalo.answers.deadEndpointCode, 'This api was shut down');
}

export async function answerBusiness(request: Incoming, world: World): Promise<Reply> {
	const handler = isOpen(request, world) ? BUSINESS.get(`${request.method} ${request.path}`) : undefined;
	return await answer('/business', request, world, { token: -124, proof: -1241 }, handler);
}

/** The OA host counts calls and says so in two headers (zalo.md 1.5). */
export async function answerOpenapi(request: Incoming, world: World): Promise<Reply> {
	const { perMinute, perMinuteStatus } = world.settings.zalo.limits;
	const remain = world.zalo.limits.takeCall();
	const headers = { 'X-RateLimit-Limit': String(perMinute), 'X-RateLimit-Remain': String(Math.max(0, remain)) };
	if (remain < 0) return { ...zaloError(world, -32, 'Your application reached limit call api'), status: perMinuteStatus, headers };
	const codes = { token: world.settings.zalo.answers.openapiTokenCode, proof: -242 };
	return { ...(await answer('/openapi', request, world, codes, OPENAPI.get(`${request.method} ${request.path}`))), headers };
}

/** Fault, token, endpoint; what a path answers that is none is not documented. */
async function answer(host: string, request: Incoming, world: World, codes: AccessCodes, handler?: Handler): Promise<Reply> {
	const served = async () => await serve(request, world, codes, handler);
	const fault = world.zalo.faults.next(host + request.path, world.settings.zalo.faults);
	if (!fault) return await served();
	return await answerWithFault(world, fault, (code, message) => zaloError(world, code, message), served);
}

async function serve(request: Incoming, world: World, codes: AccessCodes, handler?: Handler): Promise<Reply> {
	try {
		checkAccess(request, world, codes);
		if (!handler) throw new ZaloRefusal(-106);
		return await handler(request, world);
	} catch (error) {
		if (error instanceof ZaloRefusal) return zaloError(world, error.code, error.message);
		throw error;
	}
}

/** Paths and verbs that contradict each other are open as the settings say (zalo.md 3.5, 3.7). */
function isOpen({ method, path }: Incoming, { settings: { zalo } }: World): boolean {
	const { hashPath } = zalo.send;
	if (path === HASH_PATHS.hashphone || path === HASH_PATHS.hash_phone) return hashPath === 'either' || path === HASH_PATHS[hashPath];
	const { ratingVerb } = zalo.lists;
	return path !== '/rating/get' || ratingVerb === 'either' || method === ratingVerb;
}
