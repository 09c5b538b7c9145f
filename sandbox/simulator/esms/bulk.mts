import { jsonReply, type Incoming, type Reply } from '../http/reply.mjs';
import { recipientScript } from '../recipients.mjs';
import { answerAsScripted } from '../scripted.mjs';
import type { BulkSettings } from '../sendingSettings.mjs';
import { shuffled } from '../shuffled.mjs';
import type { World } from '../world.mjs';
import { newSmsId, take, type Accepted } from './accept.mjs';
import { badPhoneText, codeText, invalidRequest, sendError } from './answers.mjs';
import { member, text, UnreadableBody, type Body } from './body.mjs';
import { answerSend, rememberRefused, type ReadSend } from './send.mjs';
import { readSendOptions } from './sendOptions.mjs';
import { findTemplate, readPositionalZns, sendingModeProblem } from './sendZns.mjs';

const ITEMS_MAX = 500;

/** What became of one entry of Data, as the rows of the answer name it. */
interface Row {
	CodeResult: string;
	Phone: string;
	SMSID?: string | undefined;
	ErrorMessage?: string | undefined;
}

/** An entry of Data as the body of a single ZNS, and what it was read as. */
interface Item {
	item: Body;
	read: ReadSend;
}

/** `POST Send_zns_bulk_v4_post_json/` (esms.md 3.7): 100 even with failed items. */
export async function sendBulkZns(request: Incoming, world: World): Promise<Reply> {
	return await answerSend(request, world, answer);
}

async function answer(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { esms } = world.settings;
	const found = findTemplate(body, world);
	if ('refusal' in found) return found.refusal;
	const options = readSendOptions(body, esms);
	if ('code' in options) return sendError(options.code);
	const refused = sendingModeProblem(options, found.template.oaId, esms);
	if (refused) return sendError(refused);
	const items = member(body, 'Data');
	if (!Array.isArray(items) || items.length === 0) return sendError('110');
	if (items.length > ITEMS_MAX) return sendError('687');
	const read = itemBodies(body, items, esms.bulk).map((item) => ({ item, read: readPositionalZns(item, world) }));
	// Delays and lost answers are those of the first number; a refusal belongs to the row of its own.
	const { refusal: _, ...script } = recipientScript(firstPhone(read));
	return await answerAsScripted(world, script, {
		phone: firstPhone(read),
		refuse: (code) => sendError(String(code)),
		invalidRequest: () => invalidRequest(esms.invalidRequestStatus),
		accept: async () => await sendAll(endpoint, read, world),
	});
}

/** Each item as the body of a single ZNS: its own members, and what holds for all. */
function itemBodies(body: Body, items: readonly unknown[], { samePhone }: BulkSettings): Body[] {
	const seen = new Set<string>();
	return items.flatMap((item): Body[] => {
		if (typeof item !== 'object' || item === null || Array.isArray(item)) throw new UnreadableBody();
		const { Phone, Params, RequestId } = item as Body;
		const own = { ...body, Phone, Params, RequestId };
		const phone = text(own, 'Phone');
		if (samePhone === 'once' && seen.has(phone)) return [];
		seen.add(phone);
		return [own];
	});
}

function firstPhone(items: readonly Item[]): string {
	const [first] = items;
	return first && !('refusal' in first.read) ? first.read.draft.phone : '';
}

async function sendAll(endpoint: string, items: readonly Item[], world: World): Promise<Reply> {
	const { bulk, callback } = world.settings.esms;
	const results = items.map((item) => sendOne(endpoint, item, world));
	const accepted = results.flatMap(({ taken }) => (taken && !taken.sandbox ? [taken] : []));
	if (callback.beforeAnswer) await Promise.all(accepted.map(async ({ delivered }) => await delivered));
	const rows = results.map(({ row }) => row);
	const failed = rows.filter(({ CodeResult }) => CodeResult !== '100');
	return {
		...jsonReply(200, '100', {
			CodeResult: '100',
			// Misspelt in the sample, too.
			Message: 'Sucess',
			TotalFail: failed.length,
			TotalSuccess: rows.length - failed.length,
			detail: ordered(bulk.detailItems === 'all' ? rows : failed, bulk.detailOrder),
		}),
		messageId: accepted[0]?.smsId,
		note: `${rows.length} items, ${failed.length} failed`,
	};
}

function sendOne(endpoint: string, { item, read }: Item, world: World): { row: Row; taken?: Accepted } {
	const Phone = text(item, 'Phone');
	const refused = (code: string): { row: Row } => {
		rememberRefused(world, endpoint, text(item, 'RequestId'), code);
		return { row: { CodeResult: code, Phone, ErrorMessage: code === '108' ? badPhoneText(Phone) : codeText(code) } };
	};
	if ('refusal' in read) return refused(read.refusal.code);
	const { refusal } = recipientScript(read.draft.phone);
	if (refusal !== undefined) return refused(String(refusal));
	const taken = take(world, endpoint, read.options, read.draft, newSmsId('dashed'));
	return taken.code === '100' ? { row: { CodeResult: '100', Phone, SMSID: taken.smsId }, taken } : refused(taken.code);
}

function ordered(rows: readonly Row[], order: BulkSettings['detailOrder']): Row[] {
	if (order === 'shuffled') return shuffled(rows);
	return order === 'reversed' ? [...rows].reverse() : [...rows];
}
