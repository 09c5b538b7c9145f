import { jsonReply, type Incoming, type Reply } from '../../http/reply.mjs';
import { nationalPhone } from '../../phones.mjs';
import type { World } from '../../world.mjs';
import { badPhone, sendError } from '../answers.mjs';

/** `GET CheckCodeGen_V4_get` (esms.md 8.3): a right code is used up; its success text is in ErrorMessage. */
export function checkCode({ query }: Incoming, world: World): Reply {
	const { account, settings: { esms } } = world;
	if (!account.ownsKeys(query.get('ApiKey') ?? '', query.get('SecretKey') ?? '')) return sendError('101');
	const given = query.get('Phone') ?? '';
	const phone = nationalPhone(given, esms.phoneForms);
	if (phone === undefined) return badPhone(given);
	const code = query.get('Code') ?? '';
	const answer = (result: string, content: string) =>
		jsonReply(200, result, { CodeResult: result, CountRegenerate: 0, ErrorMessage: `${given}, Content: ${content}` });
	const right = account.otpCodes.use(phone, code, world.now());
	return { ...(right ? answer('100', 'Success!') : answer(esms.otp.invalidCode, `${code} Code Invalid`)), phone };
}
