import { createHmac } from 'node:crypto';
import type { Incoming } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { ZaloRefusal } from './answers.mjs';

/** What the two hosts call the same refusals (zalo.md 1.4, 9.2, 9.3). */
export interface AccessCodes {
	token: number;
	proof: number;
}

/** `appsecret_proof`: lower-case hex HMAC-SHA256 of the access token, keyed with the app secret (zalo.md 1.4). */
export function appsecretProof(accessToken: string, appSecret: string): string {
	return createHmac('sha256', appSecret).update(accessToken, 'utf8').digest('hex');
}

/** Refuses a call without a living token in the bare header `access_token`, or with a wrong proof. */
export function checkAccess({ headers }: Incoming, world: World, codes: AccessCodes): void {
	const { proof: rule, appSecret } = world.settings.zalo;
	const token = headers.access_token;
	if (typeof token !== 'string' || !world.zalo.tokens.lives(token)) {
		world.zalo.tokens.counters.deadTokenCalls += 1;
		throw new ZaloRefusal(codes.token);
	}
	const given = headers.appsecret_proof;
	if (rule === 'ignored' || (rule === 'ifGiven' && given === undefined)) return;
	if (given !== appsecretProof(token, appSecret)) throw new ZaloRefusal(codes.proof, 'appsecret_proof is invalid');
}
