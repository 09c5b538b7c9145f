import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { CONSULTATION_TITLE_LIMIT } from '../../../domain/zalo/consultation';
import { PATHS } from '../../../providers/esms/endpoints';
import { buttonsField, readButtons } from '../../../shared/fields/zaloButtons';
import type { Operation } from '../../../shared/operations';
import { readLines, textField } from './content';
import { consultationFields, sendConsultations } from './sendConsultations';

const CONTENT_TYPE = 'text/plain';

/** How many there may be is not documented, and no pictures are (esms.md 5.3). */
const consultationButtonsField = buttonsField({ titleLimit: CONSULTATION_TITLE_LIMIT, icons: false, description: 'Buttons below the text, at least one' });

export const sendButtons: Operation = {
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
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await sendConsultations(this, CONTENT_TYPE, (itemIndex) => ({
		form: 'buttons',
		text: readLines(this, itemIndex, 'text'),
		buttons: readButtons(this, itemIndex, { icons: false }),
	}));
}
