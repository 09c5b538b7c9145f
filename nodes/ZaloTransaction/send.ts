import type { INodeExecutionData } from 'n8n-workflow';
import { transactionFaults } from '../domain/transaction/rules';
import { LANGUAGES, TRANSACTION_TYPES } from '../domain/transaction/types';
import type { EsmsClient } from '../providers/esms/client';
import { sendTransaction } from '../providers/esms/zaloUser';
import { officialAccountField } from '../shared/esms/account';
import { esmsMessage } from '../shared/esms/message';
import { readContentType } from '../shared/fields/contentType';
import { zaloUserId as userId } from '../shared/fields/kinds/id';
import { readId, readLabel } from '../shared/fields/locator';
import { zaloUserIdField } from '../shared/fields/zaloUserId';
import { transactionPicture } from '../shared/preview/zalo';
import type { Run } from '../shared/run/run';
import { send } from '../shared/waiting/send';
import { readLimits } from './fields/options';
import { readContent } from './readContent';

const KINDS = TRANSACTION_TYPES.map(({ value }) => value);
const kindField = { name: 'operation', displayName: 'Operation' };
const languageField = { name: 'language', displayName: 'Language' };

/** Sends one transaction message per item; the operation is the kind of message (esms.md 6). */
export async function sendTransactions(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await send(run, (item, waits) => {
		const officialAccountId = readId(item, officialAccountField);
		const zaloUserId = item.required(zaloUserIdField, userId);
		const type = item.choice(kindField, KINDS);
		const language = item.choice(languageField, LANGUAGES);
		const contentType = readContentType(item, 'text/plain');
		const { content, names } = readContent(item);
		const faults = transactionFaults(content, language, readLimits(item), names);
		if (faults.length > 0) throw item.refuse(faults.join('; '), 'Correct these fields of the message for this item.');
		const message = {
			channel: 'zalo' as const,
			idPrefix: 'transact',
			recipient: { zaloUserId },
			content: { officialAccountId, type, language, content },
			officialAccountId,
			waits,
			picture: () => transactionPicture(readLabel(item, officialAccountField), content),
		};
		return esmsMessage(run, item, message, async (client, common) =>
			await sendTransaction(client, { ...common, officialAccountId, zaloUserId, type, language, content, contentType }),
		);
	});
}
