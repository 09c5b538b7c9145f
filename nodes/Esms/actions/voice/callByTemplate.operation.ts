import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { callByTemplate as call, VOICES } from '../../../providers/esms/voice';
import { esmsClient } from '../../../shared/clients';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { readChoice, readOptionalText, readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { plainPicture } from '../../../shared/preview/text';
import type { PreparedSend } from '../../../shared/sending/types';
import { prepareSend } from '../../prepareSend';
import { callOptionsField, makeCalls, readWholeOption } from './calls';
import { readVariables, variablesField } from './variables';

const speedOption: INodeProperties = {
	displayName: 'Speed',
	name: 'speed',
	type: 'number',
	typeOptions: { minValue: -3, maxValue: 3 },
	default: 0,
	description: 'How fast the text is read out, from -3 to 3',
};

const voiceOption: INodeProperties = {
	displayName: 'Voice',
	name: 'voice',
	type: 'options',
	options: [
		{ name: 'Female', value: 'female' },
		{ name: 'Ha Tieu Mai', value: 'hatieumai' },
		{ name: 'Male', value: 'male' },
		{ name: 'Ngoc Lam', value: 'ngoclam' },
	],
	default: 'female',
	description: 'Who reads out the text',
};

export const callByTemplate: Operation = {
	option: {
		name: 'Call by Template',
		value: 'callByTemplate',
		action: 'Call by template',
		description: 'Call each recipient and read out a template of the eSMS account, filled in with values',
	},
	fields: [
		{
			displayName: 'Call Template ID',
			name: 'callTemplateId',
			type: 'string',
			default: '',
			required: true,
			description: 'ID of the call template in the eSMS portal; eSMS offers no list of them',
		},
		phoneField,
		variablesField,
		previewOnlyField,
		callOptionsField([speedOption, voiceOption]),
	],
	calls: [PATHS.callByTemplate],
	execute,
};

/** Makes one call per item that reads out a template (esms.md 9). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	return await makeCalls(this, async (itemIndex): Promise<PreparedSend> => {
		const phone = readPhone(this, itemIndex);
		const templateId = readText(this, itemIndex, 'callTemplateId', 'Call Template ID');
		const variables = readVariables(this, itemIndex);
		const speed = readWholeOption(this, itemIndex, speedOption, -3, 3);
		const chosen = readOptionalText(this, itemIndex, 'options.voice') !== '';
		const voice = chosen ? readChoice(this, itemIndex, 'options.voice', 'Voice', VOICES) : undefined;
		const content = { templateId, variables, speed, voice };
		const picture = () => plainPicture(`Call that reads out template ${templateId}`, variables);
		return prepareSend(this, itemIndex, { channel: 'voice', phone, content, picture }, async (common) =>
			await call(client, { ...common, phone, ...content }),
		);
	});
}
