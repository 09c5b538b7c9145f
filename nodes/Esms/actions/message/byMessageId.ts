import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { DeliveryReport } from '../../../domain/deliveryReport';
import type { EsmsClient } from '../../../providers/esms/client';
import { getStoredReports, STORED_CALLBACKS_PER_CALL, unknownReport } from '../../../providers/esms/status';
import { officialAccountField, readId } from '../../../shared/fields/locators';
import { readText } from '../../../shared/fields/text';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { messageIdField } from './messageId';

export const fields: INodeProperties[] = [
	{ ...officialAccountField, description: 'Zalo Official Account that sent the messages' },
	{ ...messageIdField, description: 'ID of a message from its send receipt. The IDs of all input items are asked for together.' },
	{
		displayName: 'Include Unknown',
		name: 'includeUnknown',
		type: 'boolean',
		default: false,
		description: "Whether to return an item with the outcome 'unknown' for a message that eSMS has no report of",
	},
];

/** Messages of one Official Account that fit into one request. */
interface Chunk {
	officialAccountId: string;
	messageIds: string[];
	/** Set by the first item that needs it. */
	reports?: Promise<Map<string, DeliveryReport>>;
}

/** Reads the stored callbacks of the messages of all items, 200 in one request (esms.md 10.7). */
export async function read(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await pacedEsmsClient(context);
	const now = new Date();
	const chunks = collectChunks(context);

	return await readItems(context, async (itemIndex): Promise<DeliveryReport[]> => {
		const [officialAccountId, messageId] = readKey(context, itemIndex);
		const chunk = chunks.get(keyOf(officialAccountId, messageId)) as Chunk;
		const report = (await (chunk.reports ??= fetchReports(client, chunk, now))).get(messageId);
		if (report) return [report];
		const includeUnknown = context.getNodeParameter('includeUnknown', itemIndex, false) === true;
		return includeUnknown ? [unknownReport(messageId, officialAccountId, now)] : [];
	});
}

async function fetchReports(client: EsmsClient, chunk: Chunk, now: Date): Promise<Map<string, DeliveryReport>> {
	const reports = await getStoredReports(client, chunk.officialAccountId, chunk.messageIds, now);
	return new Map(reports.map((report) => [report.messageId ?? '', report]));
}

/** @returns the chunk of every message; each message is in one, however many items ask for it */
function collectChunks(context: IExecuteFunctions): Map<string, Chunk> {
	const chunks = new Map<string, Chunk>();
	const open = new Map<string, Chunk>();
	for (const itemIndex of context.getInputData().keys()) {
		const key = tryReadKey(context, itemIndex);
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

function readKey(context: IExecuteFunctions, itemIndex: number): Key {
	return [readId(context, itemIndex, officialAccountField), readText(context, itemIndex, 'messageId', 'Message ID')];
}

function tryReadKey(context: IExecuteFunctions, itemIndex: number): Key | undefined {
	try {
		return readKey(context, itemIndex);
	} catch {
		// The item says so itself when its turn comes.
		return undefined;
	}
}
