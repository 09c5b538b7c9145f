import { createHash } from 'node:crypto';
import { jsonReply, noAnswer, type Incoming, type Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { answerWithFault } from './faults.mjs';
import type { TokenPair } from './tokens.mjs';

const TOKEN_PATH = '/v4/oa/access_token';
const CONSENT_PATH = '/v4/oa/permission';
const FORM = 'application/x-www-form-urlencoded';

/** Names of the codes that are known (zalo.md 1.4); -14003 has two. */
const NAMES: Readonly<Record<string, string>> = {
	'-14002': 'Invalid appId',
	'-14003': 'Invalid redirect uri',
	'-14014': 'Invalid refresh token',
};

/** Answers `oauth.zaloapp.com` (zalo.md 1.4). */
export async function answerOauth(request: Incoming, world: World): Promise<Reply> {
	const fault = world.zalo.faults.next(`/oauth${request.path}`, world.settings.zalo.faults);
	const answer = async () => await answerPath(request, world);
	if (!fault) return await answer();
	return await answerWithFault(world, fault, (code, message) => oauthError(world, code, message), answer);
}

async function answerPath(request: Incoming, world: World): Promise<Reply> {
	if (request.method === 'POST' && request.path === TOKEN_PATH) return await issue(request, world);
	if (request.method === 'GET' && request.path === CONSENT_PATH) return consent(request, world);
	return emptyApi();
}

/** The only answer without JSON that was seen. */
function emptyApi(): Reply {
	return { status: 404, contentType: 'text/plain; charset=utf-8', body: 'empty api', code: '' };
}

/** An error of this host has its own members (zalo.md 1.4); their texts beyond the names are not known. */
function oauthError(world: World, code: number, name = NAMES[String(code)] ?? 'Error'): Reply {
	return jsonReply(world.settings.zalo.tokens.errorStatus, String(code), {
		error: code,
		error_name: name,
		error_reason: `${name}.`,
		ref_doc: 'https://developers.zalo.me/docs/official-account',
	});
}

/** The token endpoint: delay, then the pair or the error, unless the answer is lost. */
async function issue(request: Incoming, world: World): Promise<Reply> {
	const { delayMs, spentAt } = world.settings.zalo.tokens;
	const { generation } = world.tasks;
	const end = world.zalo.tokens.begin();
	const wait = async () => {
		if (delayMs > 0) await world.tasks.sleep(delayMs).catch(() => undefined);
	};
	if (spentAt === 'answer') await wait();
	if (generation !== world.tasks.generation) return noAnswer('close', 'reset');
	const reply = grant(request, world);
	if (spentAt === 'arrival') await wait();
	end();
	return generation === world.tasks.generation ? reply : noAnswer('close', 'reset');
}

function grant(request: Incoming, world: World): Reply {
	const { zalo } = world.settings;
	const secret = request.headers.secret_key;
	if (secret === undefined && zalo.tokens.missingSecret === '404') return emptyApi();
	const isForm = String(request.headers['content-type'] ?? '').startsWith(FORM);
	// A body of another type is one without fields; what Zalo does with it is not documented.
	const form = new URLSearchParams(isForm ? request.body : '');
	if (form.get('app_id') !== zalo.appId) return oauthError(world, -14002);
	if (secret !== zalo.appSecret) return oauthError(world, zalo.tokens.codes.wrongSecret, 'Invalid secret key');
	switch (form.get('grant_type')) {
		case 'refresh_token':
			return issued(world, world.zalo.tokens.refresh(form.get('refresh_token') ?? ''), -14014);
		case 'authorization_code':
			if (form.get('code_verifier') !== zalo.tokens.codeVerifier) return oauthError(world, -14003, 'Invalid code verifier');
			return issued(world, world.zalo.tokens.exchange(form.get('code') ?? ''), zalo.tokens.codes.badCode);
		default:
			return oauthError(world, zalo.tokens.codes.badGrant, 'Invalid grant type');
	}
}

function issued(world: World, pair: TokenPair | undefined, refusal: number): Reply {
	const { lifetimeS, expiresIn, answer } = world.settings.zalo.tokens;
	if (!pair) return oauthError(world, refusal);
	if (answer === 'lost') {
		world.zalo.tokens.counters.lost += 1;
		return noAnswer('close', 'pair issued, connection closed without an answer');
	}
	return jsonReply(200, '0', {
		access_token: pair.accessToken,
		refresh_token: pair.refreshToken,
		expires_in: expiresIn === 'string' ? String(lifetimeS) : lifetimeS,
	});
}

/** The consent page: the administrator says yes at once, and the browser goes back with `code` and `oa_id`. */
function consent({ query }: Incoming, world: World): Reply {
	const { zalo } = world.settings;
	const back = query.get('redirect_uri') ?? '';
	if (query.get('app_id') !== zalo.appId) return oauthError(world, -14002);
	if (!URL.canParse(back)) return oauthError(world, -14003);
	if (query.get('code_challenge') !== challengeOf(zalo.tokens.codeVerifier)) return oauthError(world, -14003, 'Invalid code challenge');
	const target = new URL(back);
	target.searchParams.set('code', world.zalo.tokens.newCode());
	target.searchParams.set('oa_id', zalo.oaId);
	return { status: 302, contentType: 'text/plain; charset=utf-8', body: '', code: '0', headers: { Location: target.href } };
}

/** Base64url without padding of the raw SHA-256 (zalo.md 1.4). */
function challengeOf(verifier: string): string {
	return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
