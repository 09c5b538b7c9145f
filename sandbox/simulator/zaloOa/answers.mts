import { jsonReply, type Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { zaloMessage } from '../zalo/failures.mjs';

/** A refusal of a call, by Zalo's code. */
export class ZaloRefusal extends Error {
	constructor(
		readonly code: number,
		message: string = errorText(code),
	) {
		super(message);
	}
}

/** Bodies that were seen (zalo.md 1.3); most texts are not known. */
const SEEN: Readonly<Record<string, string>> = {
	'-106': 'Method unsupported',
	'-108': 'Phone number invalid',
	'-118': 'Zalo account not existed',
	'-124': 'Access token invalid',
	'-131': 'ZNS template not approved',
	'-209': 'Not supported this api',
	'-216': 'Access token is invalid',
	'-220': 'access_token is expired or removed',
};

/** The text that comes with a code, as far as one is known. */
export function errorText(code: number): string {
	return SEEN[String(code)] ?? zaloMessage(code);
}

/** `{"error": 0, "message": "Success", …}` (zalo.md 1.3). */
export function zaloOk(world: World, members: object, message = 'Success'): Reply {
	return jsonReply(200, '0', { error: shown(world, 0), message, ...members });
}

/** An application error: HTTP 200 and a code (zalo.md 1.3). */
export function zaloError(world: World, code: number, message = errorText(code)): Reply {
	const { errorStatus, errorData } = world.settings.zalo.answers;
	const data = errorData === 'absent' ? {} : { data: errorData === 'null' ? null : {} };
	return jsonReply(errorStatus, String(code), { error: shown(world, code), message, ...data });
}

function shown(world: World, code: number): number | string {
	return world.settings.zalo.answers.error === 'string' ? String(code) : code;
}
