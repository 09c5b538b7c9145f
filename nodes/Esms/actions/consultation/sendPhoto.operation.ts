import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { imageUrlField, readLines, textField } from './content';
import { consultationFields, sendConsultations } from './sendConsultations';

const CONTENT_TYPE = 'text/plain';

const pictureField: INodeProperties = {
	displayName: 'Picture',
	name: 'media',
	type: 'options',
	options: [
		{ name: 'Animated', value: 'gif', description: 'A GIF; eSMS names JPG and PNG only, so it may refuse one' },
		{ name: 'Still', value: 'image', description: 'A JPG or PNG' },
	],
	default: 'image',
	description: 'Kind of picture that the address leads to',
};

const pictureUrlField = imageUrlField('Address of a picture of at most 1 MB, best in the ratio 16:9');

export const sendPhoto: Operation<EsmsClient> = {
	option: {
		name: 'Send Photo',
		value: 'sendPhoto',
		action: 'Send consultation photo',
		description: 'Send a text with a picture to a customer whom the Official Account knows on Zalo. Zalo limits when it takes such messages.',
	},
	fields: consultationFields(
		[
			{ ...textField, description: 'Text that goes with the picture, at most 2,000 characters' },
			pictureField,
			pictureUrlField,
		],
		CONTENT_TYPE,
	),
	calls: [PATHS.sendConsultation],
	execute,
};

/** Sends one text with a picture per item (esms.md 5.2). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await sendConsultations(run, CONTENT_TYPE, (item) => ({
		form: 'photo',
		text: readLines(item, textField),
		media: item.choice(pictureField, ['gif', 'image']),
		imageUrl: item.optionalText(pictureUrlField) ?? '',
	}));
}
