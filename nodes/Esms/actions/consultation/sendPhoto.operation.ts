import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { readChoice, readOptionalText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { imageUrlField, readLines, textField } from './content';
import { consultationFields, sendConsultations } from './sendConsultations';

const CONTENT_TYPE = 'text/plain';

export const sendPhoto: Operation = {
	option: {
		name: 'Send Photo',
		value: 'sendPhoto',
		action: 'Send consultation photo',
		description: 'Send a text with a picture to a customer whom the Official Account knows on Zalo. Zalo limits when it takes such messages.',
	},
	fields: consultationFields(
		[
			{ ...textField, description: 'Text that goes with the picture, at most 2,000 characters' },
			{
				displayName: 'Picture',
				name: 'media',
				type: 'options',
				options: [
					{ name: 'Animated', value: 'gif', description: 'A GIF; eSMS names JPG and PNG only, so it may refuse one' },
					{ name: 'Still', value: 'image', description: 'A JPG or PNG' },
				],
				default: 'image',
				description: 'Kind of picture that the address leads to',
			},
			imageUrlField('Address of a picture of at most 1 MB, best in the ratio 16:9'),
		],
		CONTENT_TYPE,
	),
	calls: [PATHS.sendConsultation],
	execute,
};

/** Sends one text with a picture per item (esms.md 5.2). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await sendConsultations(this, CONTENT_TYPE, (itemIndex) => ({
		form: 'photo',
		text: readLines(this, itemIndex, 'text'),
		media: readChoice(this, itemIndex, 'media', 'Picture', ['gif', 'image']),
		imageUrl: readOptionalText(this, itemIndex, 'imageUrl'),
	}));
}
