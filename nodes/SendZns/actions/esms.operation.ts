import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../providers/esms/client';
import { sendZns } from '../../providers/esms/send';
import { officialAccountField, templateField } from '../../shared/esms/account';
import { sendingModeOption, sendOptionsField } from '../../shared/esms/options';
import { esmsReceipt } from '../../shared/esms/receipt';
import { templatesOnce, templateValueFields } from '../../shared/esms/templateValues';
import { askedOf, repeatBy } from '../../shared/esms/message';
import { previewOnlyField } from '../../shared/fields/previewOnly';
import type { Run } from '../../shared/run/run';
import { waitingFields, waitingOptions } from '../../shared/waiting/fields';
import { send } from '../../shared/waiting/send';
import { previewOf, readMessage } from '../esmsMessage';
import { esmsRecipientOf, esmsTargetFields } from '../esmsTarget';
import { batchFields, batchSizeOption, isInBatches, sendInBatches } from './esmsBatches';

export const fields: INodeProperties[] = [
	officialAccountField,
	templateField,
	...esmsTargetFields,
	...templateValueFields,
	...waitingFields,
	...batchFields,
	previewOnlyField,
	sendOptionsField([batchSizeOption, sendingModeOption, ...waitingOptions]),
];

/** Sends one ZNS per item through eSMS: each in a request of its own (esms.md 3.1), or many in one (3.7). */
export async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	if (isInBatches(run.context)) return await sendInBatches(run);
	const templateOf = templatesOnce(run, { positional: false });

	return await send(run, async (item, waits) => {
		const message = await readMessage(run, item, templateOf, { positional: false, waits });
		const { target, officialAccountId, templateId, parameters, sendingMode, common, requestId, simplify } = message;
		return {
			repeat: repeatBy(run, item, requestId),
			// No status call knows the messages of a journey (esms.md 10.5).
			asked: { ...askedOf('zns', common, officialAccountId, target.by !== 'journey'), templateId },
			preview: previewOf(item, message),
			send: async () => {
				const result = await sendZns(run.client, { ...common, officialAccountId, templateId, target, parameters, requestId, sendingMode });
				return esmsReceipt('zns', esmsRecipientOf(target), { ...common, requestId, simplify }, result);
			},
		};
	});
}
