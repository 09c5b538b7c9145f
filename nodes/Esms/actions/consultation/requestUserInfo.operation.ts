import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { readOptionalText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { imageUrlField, readLines } from './content';
import { consultationFields, sendConsultations } from './sendConsultations';

const CONTENT_TYPE = 'application/json';

export const requestUserInfo: Operation = {
	option: {
		name: 'Request User Info',
		value: 'requestUserInfo',
		action: 'Request user info',
		description: 'Ask a customer on Zalo to share their contact data with the Official Account; eSMS does not document how what they enter comes back',
	},
	fields: consultationFields(
		[
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. MYSHOP',
				description: 'Title of the form, at most 100 characters',
			},
			{
				displayName: 'Subtitle',
				name: 'subtitle',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. Đang yêu cầu thông tin từ bạn',
				description: 'Text below the title, at most 500 characters',
			},
			imageUrlField('Address of a JPG or PNG picture'),
		],
		CONTENT_TYPE,
	),
	calls: [PATHS.sendConsultation],
	execute,
};

/** Sends one request for user information per item (esms.md 5.4). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await sendConsultations(this, CONTENT_TYPE, (itemIndex) => ({
		form: 'userInfoRequest',
		title: readLines(this, itemIndex, 'title'),
		subtitle: readLines(this, itemIndex, 'subtitle'),
		imageUrl: readOptionalText(this, itemIndex, 'imageUrl'),
	}));
}
