import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { DeliveryReport } from '../../../domain/deliveryReport';
import type { EsmsClient } from '../../../providers/esms/client';
import { getStoredReports, STORED_CALLBACKS_PER_CALL, unknownReport } from '../../../providers/esms/status';
import { officialAccountField } from '../../../shared/esms/account';
import type { Item } from '../../../shared/fields/item';
import { readId } from '../../../shared/fields/locator';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { messageIdField } from './messageId';

const includeUnknownField: INodeProperties = {
	displayName: 'Include Unknown',
	name: 'includeUnknown',
	type: 'boolean',
	default: false,
	description: "Whether to return an item with the outcome 'unknown' for a message that eSMS has no report of",
};

export const fields: INodeProperties[] = [
	{ ...officialAccountField, description: 'Zalo Official Account that sent the messages' },
	{ ...messageIdField, description: 'ID of a message from its send receipt. The IDs of all input items are asked for together.' },
	includeUnknownField,
];

/** Messages of one Official Account that fit into one request. */
interface Chunk {
	officialAccountId: string;
	messageIds: string[];
	/** Set by the first item that needs it. */
	reports?: Promise<Map<string, DeliveryReport>>;
}

/** Reads the stored callbacks of the messages of all items, 200 in one request (esms.md 10.7). */
export async function read(run: Run<EsmsClient>): Promise<INodeExecutionData[]> {
	const now = new Date();
	const chunks = collectChunks(run.items);

	return await readItems(run, async (item): Promise<DeliveryReport[]> => {
		const [officialAccountId, messageId] = readKey(item);
		const includeUnknown = item.isOn(includeUnknownField);
		const chunk = chunks.get(keyOf(officialAccountId, messageId)) as Chunk;
		const report = (await (chunk.reports ??= fetchReports(run, chunk, now))).get(messageId);
		if (report) return [report];
		return includeUnknown ? [unknownReport(messageId, officialAccountId, now)] : [];
	});
}

async function fetchReports({ read: ask }: Run<EsmsClient>, { officialAccountId, messageIds }: Chunk, now: Date): Promise<Map<string, DeliveryReport>> {
	const reports = await ask(async (client) => await getStoredReports(client, officialAccountId, messageIds, now));
	return new Map(reports.map((report) => [report.messageId ?? '', report]));
}

/** @returns the chunk of every message; each message is in one, however many items ask for it */
function collectChunks(items: Item[]): Map<string, Chunk> {
	const chunks = new Map<string, Chunk>();
	const open = new Map<string, Chunk>();
	for (const item of items) {
		const key = tryReadKey(item);
		if (!key || chunks.has(keyOf(...key))) continue;
		const [officialAccountId, messageId] = key;
		let chunk = open.get(officialAccountId);
		if (!chunk || chunk.messageIds.length >= STORED_CALLBACKS_PER_CALL) chunk = { officialAccountId, messageIds: [] };
		chunk.messageIds.push(messageId);
		open.set(officialAccountId, chunk);
		chunks.set(keyOf(...key), chunk);
	}
	return chunks;
}

type Key = [officialAccountId: string, messageId: string];

function keyOf(...key: Key): string {
	return key.join('/');
}

function readKey(item: Item): Key {
	return [readId(item, officialAccountField), item.text(messageIdField)];
}

function tryReadKey(item: Item): Key | undefined {
	try {
		return readKey(item);
	} catch {
		// The item says so itself when its turn comes.
		return undefined;
	}
}
