import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { looseText, readBody, text, type Body } from './body.mjs';

/** The start of a retrieval call: the body and its keys (101). */
export function answerQuery(answer: (body: Body, world: World) => Reply): (request: Incoming, world: World) => Reply {
	return (request, world) => {
		const body = readBody(request);
		if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return queryError('101');
		return answer(body, world);
	};
}

/** A retrieval call about one OA: the keys, then the OAID (791 without one, 204 or 799 for a foreign one). */
export function answerOaQuery(
	answer: (body: Body, oaId: string, world: World) => Reply,
): (request: Incoming, world: World) => Reply {
	return answerQuery((body, world) => {
		const oaId = text(body, 'OAID');
		const refused = oaProblem(oaId, world);
		return refused === undefined ? answer(body, oaId, world) : queryError(refused);
	});
}

/** The code an OAID is refused with, undefined for an OA of the account (esms.md 14). */
export function oaProblem(oaId: string, { account, settings }: World): string | undefined {
	if (oaId === '') return '791';
	return account.oaName(oaId) === undefined ? settings.esms.unknownOaCode : undefined;
}

/** A whole number from 0 on, as a number or as digits; undefined for anything else. */
export function wholeNumber(body: Body, name: string): number | undefined {
	const given = looseText(body, name);
	return /^\d{1,9}$/.test(given) ? Number(given) : undefined;
}
