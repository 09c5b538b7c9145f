import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { imageUrlField, readLines } from './content';
import { consultationFields, sendConsultations } from './sendConsultations';

const CONTENT_TYPE = 'application/json';

const titleField: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. MYSHOP',
	description: 'Title of the form, at most 100 characters',
};

const subtitleField: INodeProperties = {
	displayName: 'Subtitle',
	name: 'subtitle',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Đang yêu cầu thông tin từ bạn',
	description: 'Text below the title, at most 500 characters',
};

const pictureUrlField = imageUrlField('Address of a JPG or PNG picture');

export const requestUserInfo: Operation<EsmsClient> = {
	option: {
		name: 'Request User Info',
		value: 'requestUserInfo',
		action: 'Request user info',
		description: 'Ask a customer on Zalo to share their contact data with the Official Account; eSMS does not document how what they enter comes back',
	},
	fields: consultationFields(
		[
			titleField,
			subtitleField,
			pictureUrlField,
		],
		CONTENT_TYPE,
	),
	calls: [PATHS.sendConsultation],
	execute,
};

/** Sends one request for user information per item (esms.md 5.4). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await sendConsultations(run, CONTENT_TYPE, (item) => ({
		form: 'userInfoRequest',
		title: readLines(item, titleField),
		subtitle: readLines(item, subtitleField),
		imageUrl: item.optionalText(pictureUrlField) ?? '',
	}));
}
