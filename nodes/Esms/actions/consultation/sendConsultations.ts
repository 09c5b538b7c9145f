import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { consultationFaults, type Consultation } from '../../../domain/zalo/consultation';
import { sendConsultation } from '../../../providers/esms/consultation';
import { isLive } from '../../../providers/esms/endpoints';
import { getReport } from '../../../providers/esms/status';
import { esmsClient } from '../../../shared/clients';
import { contentTypeOption, contentTypeSchema } from '../../../shared/fields/contentType';
import { officialAccountField, readId, readLabel } from '../../../shared/fields/locators';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { esmsSendOptions, readOptions, sendOptionsField } from '../../../shared/fields/sendOptions';
import { itemFault } from '../../../shared/fields/text';
import { readZaloUserId, zaloUserIdField } from '../../../shared/fields/zaloUserId';
import { consultationPicture } from '../../../shared/preview/zalo';
import type { PreparedSend } from '../../../shared/sending/types';
import { waitingFields } from '../../../shared/waiting/fields';
import { send } from '../../../shared/waiting/send';
import { prepareSend } from '../../prepareSend';

type ContentType = z.output<typeof contentTypeSchema>;

/**
 * @param content the fields of one form of consultation message
 * @param contentType what the documents have for this form, or most of them (esms.md 1.3)
 * @param without further options that the form does not have
 * @returns all fields of its operation; no campaign and no sandbox are documented for it (esms.md 5, 13)
 */
export function consultationFields(content: INodeProperties[], contentType: ContentType, without: string[] = []): INodeProperties[] {
	return [
		officialAccountField,
		zaloUserIdField,
		...content,
		...waitingFields,
		previewOnlyField,
		sendOptionsField([contentTypeOption(contentType)], ['campaign', 'sandbox', ...without]),
	];
}

/**
 * Sends one consultation message per item (esms.md 5).
 *
 * @param read reads the content of an item, which is checked here
 * @returns the items of each output
 */
export async function sendConsultations(
	context: IExecuteFunctions,
	contentType: ContentType,
	read: (itemIndex: number) => Consultation,
): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(context);
	const optionsSchema = z.object({ contentType: contentTypeSchema.catch(contentType) });

	const prepare = async (itemIndex: number, callbackUrl?: string): Promise<PreparedSend> => {
		const officialAccountId = readId(context, itemIndex, officialAccountField);
		const zaloUserId = readZaloUserId(context, itemIndex);
		const content = read(itemIndex);
		const faults = consultationFaults(content);
		if (faults.length > 0) throw itemFault(context, itemIndex, faults.join('; '), 'Correct these fields of the message for this item.');
		const chosen = optionsSchema.parse(context.getNodeParameter('options', itemIndex, {}));
		const message = { officialAccountId, zaloUserId, content, contentType: chosen.contentType };
		const picture = () => consultationPicture(readLabel(context, itemIndex, officialAccountField), content);
		return prepareSend(context, itemIndex, { channel: 'zalo', zaloUserId, content: { officialAccountId, content }, callbackUrl, picture }, async (common) =>
			await sendConsultation(client, { ...common, ...message }),
		);
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(context, 0);
	const askReport = async (messageId: string) => {
		// Only one item waits, so its Official Account is that of the message.
		const officialAccountId = readId(context, 0, officialAccountField);
		return await getReport(client, { messageId, channel: 'zalo', officialAccountId }, new Date());
	};
	return await send(context, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}
