import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { isLive } from '../../providers/esms/endpoints';
import { sendZns } from '../../providers/esms/send';
import { getReport } from '../../providers/esms/status';
import { esmsClient } from '../../shared/clients';
import { officialAccountField, readId, templateField } from '../../shared/fields/locators';
import { previewOnlyField } from '../../shared/fields/previewOnly';
import { esmsSendOptions, readOptions, sendingModeOption, sendOptionsField } from '../../shared/fields/sendOptions';
import { templatesOnce, templateValueFields } from '../../shared/fields/templateValues';
import { esmsReceipt } from '../../shared/receipts';
import type { PreparedSend } from '../../shared/sending/types';
import { waitingFields } from '../../shared/waiting/fields';
import { send } from '../../shared/waiting/send';
import { previewOf, readMessage } from '../esmsMessage';
import { recipientOf, targetFields } from '../esmsTarget';
import { batchFields, batchSizeOption, isInBatches, sendInBatches } from './esmsBatches';

const DEFAULT_REQUESTS_PER_SECOND = esmsSendOptions.requestsPerSecond.default;

export const fields: INodeProperties[] = [
	officialAccountField,
	templateField,
	...targetFields,
	...templateValueFields,
	...waitingFields,
	...batchFields,
	previewOnlyField,
	sendOptionsField([batchSizeOption, sendingModeOption]),
];

/** Sends one ZNS per item through eSMS: each in a request of its own (esms.md 3.1), or many in one (3.7). */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);
	const templateOf = templatesOnce(client);
	const { requestsPerSecond = DEFAULT_REQUESTS_PER_SECOND } = readOptions(this, 0);
	if (isInBatches(this)) return await sendInBatches(this, client, templateOf, requestsPerSecond);

	const prepare = async (itemIndex: number, callbackUrl?: string): Promise<PreparedSend> => {
		const message = await readMessage(this, itemIndex, templateOf, { positional: false, callbackUrl });
		const { target, officialAccountId, templateId, parameters, options, common, requestId } = message;
		return {
			repeatable: requestId !== undefined,
			preview: previewOf(this, itemIndex, message),
			send: async () => {
				const result = await sendZns(client, { ...common, officialAccountId, templateId, target, parameters, requestId, sendingMode: options.sendingMode });
				return esmsReceipt('zns', recipientOf(target), requestId, result, options.simplify);
			},
		};
	};
	const askReport = async (messageId: string) => {
		// Only one item waits, so its Official Account is that of the message.
		const officialAccountId = readId(this, 0, officialAccountField);
		return await getReport(client, { messageId, channel: 'zns', officialAccountId }, new Date());
	};
	return await send(this, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}
