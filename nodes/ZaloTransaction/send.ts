import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { transactionFaults } from '../domain/transaction/rules';
import type { Language } from '../domain/transaction/types';
import { isLive } from '../providers/esms/endpoints';
import { getReport } from '../providers/esms/status';
import { sendTransaction } from '../providers/esms/zaloUser';
import { esmsClient } from '../shared/clients';
import { contentTypeSchema } from '../shared/fields/contentType';
import { officialAccountField, readId, readLabel } from '../shared/fields/locators';
import { esmsSendOptions, readOptions, toCommonFields } from '../shared/fields/sendOptions';
import { readZaloUserId } from '../shared/fields/zaloUserId';
import { requestIdOf } from '../shared/messageIdentity';
import { transactionPicture } from '../shared/preview/zalo';
import { esmsReceipt } from '../shared/receipts';
import type { PreparedSend } from '../shared/sending/types';
import { send } from '../shared/waiting/send';
import { readContent } from './readContent';

const switchesSchema = z.object({
	buttonTitle: z.union([z.literal(35), z.literal(100)]).catch(35),
	contentType: contentTypeSchema.catch('text/plain'),
	tableRows: z.enum(['all', 'besidesIdentity']).catch('all'),
});

/** Sends one transaction message per item; the operation is the kind of message (esms.md 6). */
export async function sendTransactions(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number, callbackUrl?: string): Promise<PreparedSend> => {
		const officialAccountId = readId(this, itemIndex, officialAccountField);
		const zaloUserId = readZaloUserId(this, itemIndex);
		const type = String(this.getNodeParameter('operation', itemIndex));
		const language = this.getNodeParameter('language', itemIndex) as Language;
		const content = readContent(this, itemIndex);
		const switches = switchesSchema.parse(this.getNodeParameter('options', itemIndex, {}));
		const faults = transactionFaults(content, language, switches);
		if (faults.length > 0) {
			throw new NodeOperationError(this.getNode(), faults.join('; '), {
				itemIndex,
				description: 'Correct these fields of the message for this item.',
			});
		}
		const options = readOptions(this, itemIndex);
		const common = toCommonFields(this, itemIndex, options, callbackUrl);
		const requestId = requestIdOf(this, itemIndex, options, {
			channel: 'transaction',
			recipient: zaloUserId,
			content: { officialAccountId, type, language, content },
		});
		return {
			repeatable: requestId !== undefined,
			preview: {
				channel: 'zalo',
				recipient: { zaloUserId },
				requestId,
				picture: () => transactionPicture(readLabel(this, itemIndex, officialAccountField), content),
			},
			send: async () => {
				const result = await sendTransaction(client, {
					...common,
					officialAccountId,
					zaloUserId,
					type,
					language,
					content,
					contentType: switches.contentType,
					requestId,
				});
				return esmsReceipt('zalo', { zaloUserId }, requestId, result, options.simplify);
			},
		};
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	const askReport = async (messageId: string) => {
		// Only one item waits, so its Official Account is that of the message.
		const officialAccountId = readId(this, 0, officialAccountField);
		return await getReport(client, { messageId, channel: 'zalo', officialAccountId }, new Date());
	};
	return await send(this, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}
