import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { DeliveryReport } from '../../../domain/deliveryReport';
import type { EsmsClient } from '../../../providers/esms/client';
import { unknownReport } from '../../../providers/esms/storedCallbacks';
import type { AskedMessage } from '../../../providers/provider';
import { createInquiry } from '../../../shared/delivery/inquire';
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

/** Reads what became of the messages of all items: stored callbacks for 200 in one request, and what they leave open one by one (esms.md 10.5, 10.7). */
export async function read(run: Run<EsmsClient>): Promise<INodeExecutionData[]> {
	const now = new Date();
	const inquire = createInquiry(run);
	const messages = run.items.flatMap((item) => tryRead(item) ?? []);
	// Asked for by the first item that is right: without one there is nothing to ask.
	let asking: ReturnType<typeof inquire> | undefined;

	return await readItems(run, async (item): Promise<DeliveryReport[]> => {
		const { messageId, officialAccountIds: [officialAccountId = ''] } = readMessage(item);
		const includeUnknown = item.isOn(includeUnknownField);
		const { report, error } = (await (asking ??= inquire(messages))).get(messageId) ?? {};
		if (report && (report.oaId === null || report.oaId === officialAccountId)) return [report];
		if (error !== undefined) throw error;
		return includeUnknown ? [unknownReport(messageId, officialAccountId, now)] : [];
	});
}

function readMessage(item: Item): AskedMessage & { officialAccountIds: string[] } {
	return { messageId: item.text(messageIdField), channel: 'zns', officialAccountIds: [readId(item, officialAccountField)] };
}

function tryRead(item: Item): AskedMessage | undefined {
	try {
		return readMessage(item);
	} catch {
		// The item says so itself when its turn comes.
		return undefined;
	}
}
