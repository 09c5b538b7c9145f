import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isLive } from '../providers/esms/endpoints';
import { getReport } from '../providers/esms/status';
import { sendTypeEight } from '../providers/esms/voice';
import { esmsClient } from '../shared/clients';
import { readPhone } from '../shared/fields/recipient';
import { esmsSendOptions, readOptions } from '../shared/fields/sendOptions';
import type { Html } from '../shared/preview/html';
import type { PreparedSend } from '../shared/sending/types';
import { send } from '../shared/waiting/send';
import { prepareSend } from './prepareSend';

/**
 * Sends one message of type 8 per item (esms.md 7.4). eSMS reports on this type as voice, so the receipt
 * says voice too.
 *
 * @param draw draws the text for Preview Only
 * @param readContent reads and checks the text of an item
 * @returns the items of each output
 */
export async function sendTypeEights(
	context: IExecuteFunctions,
	draw: (content: string) => Html,
	readContent: (itemIndex: number) => { content: string; unicode?: boolean },
): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(context);

	const prepare = async (itemIndex: number, callbackUrl?: string): Promise<PreparedSend> => {
		const phone = readPhone(context, itemIndex);
		const message = readContent(itemIndex);
		return prepareSend(context, itemIndex, { channel: 'voice', phone, content: message.content, callbackUrl, picture: () => draw(message.content) }, async (common) =>
			await sendTypeEight(client, { ...common, phone, ...message }),
		);
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(context, 0);
	const askReport = async (messageId: string) => await getReport(client, { messageId, channel: 'voice' }, new Date());
	return await send(context, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}
