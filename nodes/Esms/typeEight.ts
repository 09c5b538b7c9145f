import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../providers/esms/client';
import { sendTypeEight } from '../providers/esms/voice';
import { esmsMessage } from '../shared/esms/message';
import type { Item } from '../shared/fields/item';
import { phoneField } from '../shared/fields/recipient';
import type { Html } from '../shared/preview/html';
import type { Run } from '../shared/run/run';
import { send } from '../shared/waiting/send';

/**
 * Sends one message of type 8 per item (esms.md 7.4). eSMS reports on this type as voice, so the receipt
 * says voice too.
 *
 * @param draw draws the text for Preview Only
 * @param readContent reads and checks the text of an item
 * @returns the items of each output
 */
export async function sendTypeEights(
	run: Run<EsmsClient>,
	draw: (content: string) => Html,
	readContent: (item: Item) => { content: string; unicode?: boolean },
): Promise<INodeExecutionData[][]> {
	return await send(run, (item, waits) => {
		const phone = item.phone(phoneField);
		const message = readContent(item);
		const { content } = message;
		return esmsMessage(run, item, { channel: 'voice', recipient: { phone }, content, waits, picture: () => draw(content) }, async (client, common) =>
			await sendTypeEight(client, { ...common, phone, ...message }),
		);
	});
}
