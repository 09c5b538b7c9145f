import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { callByTemplate as call, VOICES } from '../../../providers/esms/voice';
import { esmsMessage } from '../../../shared/esms/message';
import { inside } from '../../../shared/fields/item';
import { choice } from '../../../shared/fields/kinds/choice';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { plainPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { callOptionsField, readWholeOption } from './calls';
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

const callTemplateIdField: INodeProperties = {
	displayName: 'Call Template ID',
	name: 'callTemplateId',
	type: 'string',
	default: '',
	required: true,
	description: 'ID of the call template in the eSMS portal; eSMS offers no list of them',
};

export const callByTemplate: Operation<EsmsClient> = {
	option: {
		name: 'Call by Template',
		value: 'callByTemplate',
		action: 'Call by template',
		description: 'Call each recipient and read out a template of the eSMS account, filled in with values',
	},
	fields: [
		callTemplateIdField,
		phoneField,
		variablesField,
		previewOnlyField,
		callOptionsField([speedOption, voiceOption]),
	],
	calls: [PATHS.callByTemplate],
	execute,
};

/** Makes one call per item that reads out a template (esms.md 9). The report on a call does not come within the run. */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await sendItems(run, (item) => {
		const phone = item.phone(phoneField);
		const templateId = item.text(callTemplateIdField);
		const variables = readVariables(item);
		const speed = readWholeOption(item, speedOption, -3, 3);
		const voice = item.optional(inside('options', voiceOption), choice(VOICES));
		const content = { templateId, variables, speed, voice };
		const picture = () => plainPicture(`Call that reads out template ${templateId}`, variables);
		return esmsMessage(run, item, { channel: 'voice', recipient: { phone }, content, picture }, async (client, common) =>
			await call(client, { ...common, phone, ...content }),
		);
	});
	return [items];
}
