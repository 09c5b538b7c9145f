import type { INodeExecutionData } from 'n8n-workflow';
import { CONSULTATION_TITLE_LIMIT } from '../../../domain/zalo/consultation';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { buttonsField, readButtons } from '../../../shared/fields/zaloButtons';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { readLines, textField } from './content';
import { consultationFields, sendConsultations } from './sendConsultations';

const CONTENT_TYPE = 'text/plain';

/** How many there may be is not documented, and no pictures are (esms.md 5.3). */
const consultationButtonsField = buttonsField({ titleLimit: CONSULTATION_TITLE_LIMIT, icons: false, description: 'Buttons below the text, at least one' });

export const sendButtons: Operation<EsmsClient> = {
	option: {
		name: 'Send Buttons',
		value: 'sendButtons',
		action: 'Send consultation buttons',
		description: 'Send a text with buttons to a customer whom the Official Account knows on Zalo. Zalo limits when it takes such messages.',
	},
	fields: consultationFields([textField, consultationButtonsField], CONTENT_TYPE),
	calls: [PATHS.sendConsultation],
	execute,
};

/** Sends one text with buttons per item (esms.md 5.3). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await sendConsultations(run, CONTENT_TYPE, (item) => ({
		form: 'buttons',
		text: readLines(item, textField),
		buttons: readButtons(item, { icons: false }),
	}));
}
