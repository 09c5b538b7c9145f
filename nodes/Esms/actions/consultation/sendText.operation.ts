import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { readLines, textField } from './content';
import { consultationFields, sendConsultations } from './sendConsultations';

const CONTENT_TYPE = 'application/json';

export const sendText: Operation<EsmsClient> = {
	option: {
		name: 'Send Text',
		value: 'sendText',
		action: 'Send consultation text',
		description: 'Send a text to a customer whom the Official Account knows on Zalo. Zalo limits when it takes such messages.',
	},
	// The page of this call has no send date (esms.md 5.1).
	fields: consultationFields([textField], CONTENT_TYPE, ['sendDate']),
	calls: [PATHS.sendConsultationText],
	execute,
};

/** Sends one text per item (esms.md 5.1). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await sendConsultations(run, CONTENT_TYPE, (item) => ({ form: 'text', text: readLines(item, textField) }));
}
