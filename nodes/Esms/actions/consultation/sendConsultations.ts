import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { consultationFaults, type Consultation } from '../../../domain/zalo/consultation';
import type { EsmsClient } from '../../../providers/esms/client';
import { sendConsultation } from '../../../providers/esms/consultation';
import { officialAccountField } from '../../../shared/esms/account';
import { esmsMessage } from '../../../shared/esms/message';
import { sendOptionsField } from '../../../shared/esms/options';
import { contentTypeOption, readContentType, type ContentType } from '../../../shared/fields/contentType';
import type { Item } from '../../../shared/fields/item';
import { zaloUserId } from '../../../shared/fields/kinds/id';
import { readId, readLabel } from '../../../shared/fields/locator';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { zaloUserIdField } from '../../../shared/fields/zaloUserId';
import { consultationPicture } from '../../../shared/preview/zalo';
import type { Run } from '../../../shared/run/run';
import { waitingFields, waitingOptions } from '../../../shared/waiting/fields';
import { send } from '../../../shared/waiting/send';

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
		sendOptionsField([contentTypeOption(contentType), ...waitingOptions], ['campaign', 'sandbox', ...without]),
	];
}

/**
 * Sends one consultation message per item (esms.md 5).
 *
 * @param read reads the content of an item, which is checked here
 * @returns the items of each output
 */
export async function sendConsultations(run: Run<EsmsClient>, standard: ContentType, read: (item: Item) => Consultation): Promise<INodeExecutionData[][]> {
	return await send(run, (item, waits) => {
		const officialAccountId = readId(item, officialAccountField);
		const recipient = { zaloUserId: item.required(zaloUserIdField, zaloUserId) };
		const content = read(item);
		const faults = consultationFaults(content);
		if (faults.length > 0) throw item.refuse(faults.join('; '), 'Correct these fields of the message for this item.');
		const contentType = readContentType(item, standard);
		const picture = () => consultationPicture(readLabel(item, officialAccountField), content);
		const checked = { channel: 'zalo', recipient, content: { officialAccountId, content }, officialAccountId, waits, picture } as const;
		return esmsMessage(run, item, checked, async (client, common) => await sendConsultation(client, { ...common, ...recipient, officialAccountId, content, contentType }));
	});
}
