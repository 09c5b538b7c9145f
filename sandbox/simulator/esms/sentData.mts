import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import type { Message } from '../records.mjs';
import type { EsmsSettings } from '../settings.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { looseText, readBody, text, type Body } from './body.mjs';
import { phoneNumberOf } from './callbackForm.mjs';
import { sendStatusOf } from './delivery.mjs';
import { isKnown } from './known.mjs';
import { parseLocalTime, wcfDate } from './localTime.mjs';

const PAGE_SIZE_MAX = 500;

/** `POST GetSmsSentData_V2` (esms.md 10.4), as valid JSON unlike the sample; its 101 text ends with a dot. */
export function getSmsSentData(request: Incoming, world: World): Reply {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return queryError('101', 'Authorize Failed.');
	const { esms } = world.settings;
	const type = looseText(body, 'SmsType');
	if (type === '') return queryError('300');
	if (!esms.retrieval.sentDataTypes.includes(type)) return queryError('118');
	const from = parseLocalTime(text(body, 'From'), esms.sendDateOffsetHours);
	const to = parseLocalTime(text(body, 'To'), esms.sendDateOffsetHours);
	const page = readPage(body, esms);
	// Which code a malformed date or page has is not documented.
	if (from === undefined || to === undefined || !page) return queryError(esms.invalidFieldCode);
	const found = world.journal
		.all()
		.filter((message) => String(message.typeId) === type && isKnown(world, message))
		.filter(({ createdAt }) => createdAt >= from && createdAt <= to);
	return jsonReply(200, '100', {
		CodeResult: '100',
		CountTotal: found.length,
		SentData: found.slice((page.number - 1) * page.size, page.number * page.size).map((message) => sentRow(message, esms)),
	});
}

/** Pages are counted from 1, as in the sample; at most 500 rows each. */
function readPage(body: Body, { retrieval }: EsmsSettings): { number: number; size: number } | undefined {
	const number = Number(looseText(body, 'Page'));
	const size = Number(looseText(body, 'PageSize'));
	if (![number, size].every((value) => Number.isInteger(value) && value > 0)) return undefined;
	if (size > PAGE_SIZE_MAX && retrieval.overlongPage === 'refuse') return undefined;
	return { number, size: Math.min(size, PAGE_SIZE_MAX) };
}

function sentRow(message: Message, settings: EsmsSettings): object {
	const results: Partial<Record<Message['state'], number>> = { failed: 0, delivered: 1 };
	return {
		Campaign: message.campaign ?? '',
		Content: message.text,
		Phone: phoneNumberOf(message, settings),
		ReferenceId: message.groupId ?? message.id,
		SellPrice: message.price,
		// 2 is "unknown".
		SendResult: results[message.state] ?? 2,
		SendStatus: sendStatusOf(message),
		SentTime: wcfDate(message.sendAt ?? message.createdAt, settings.sendDateOffsetHours),
		// The portal's own id, an integer without any relation to the SMSID.
		SmsId: Number.parseInt(message.id.slice(0, 7), 16),
		SmsType: message.typeId,
	};
}
