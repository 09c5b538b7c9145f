import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { quotePhone } from '../../../domain/text';
import { PATHS } from '../../../providers/esms/endpoints';
import { callByRecording as call } from '../../../providers/esms/voice';
import { esmsClient } from '../../../shared/clients';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { itemFault, readOptionalText, readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { plainPicture } from '../../../shared/preview/text';
import type { PreparedSend } from '../../../shared/sending/types';
import { prepareSend } from '../../prepareSend';
import { callOptionsField, makeCalls, readWholeOption } from './calls';

/** @returns an option that takes a whole number; eSMS documents no default and, but for the key, no highest value (esms.md 9) */
const wholeOption = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description,
});

const options = {
	ivr: wholeOption('IVR Key', 'ivr', 'Key of the phone that the recording asks for, from 0 to 9; eSMS calls it Ivr'),
	maxRepeat: wholeOption('Max Repeats', 'maxRepeat', 'How often the recording is repeated at most; eSMS calls it MaxRepeat'),
	maxRetry: wholeOption('Max Retries', 'maxRetry', 'How often the call is tried again at most; eSMS calls it MaxRetry'),
	timeWaitToIvr: wholeOption('Seconds to Wait for a Key', 'timeWaitToIvr', 'How long to wait for the key; eSMS calls it TimeWaitToIvr'),
	waitRetry: wholeOption('Seconds Between Retries', 'waitRetry', 'How long to wait before the call is tried again; eSMS calls it WaitRetry'),
};

const forwardOption: INodeProperties = {
	displayName: 'Forward to Number',
	name: 'numberForward',
	type: 'string',
	default: '',
	placeholder: 'e.g. 02838123456',
	description: 'Phone number to which the call is forwarded; eSMS calls it NumberForward',
};

export const callByRecording: Operation = {
	option: {
		name: 'Call by Recording',
		value: 'callByRecording',
		action: 'Call by recording',
		description: 'Call each recipient and play a recording of the eSMS account',
	},
	fields: [
		{
			displayName: 'Recording ID',
			name: 'recordingId',
			type: 'string',
			default: '',
			required: true,
			description: 'ID of the recording in the eSMS portal; eSMS offers no list of them',
		},
		phoneField,
		previewOnlyField,
		callOptionsField([...Object.values(options), forwardOption]),
	],
	calls: [PATHS.callByRecording],
	execute,
};

/** Makes one call per item that plays a recording (esms.md 9). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	return await makeCalls(this, async (itemIndex): Promise<PreparedSend> => {
		const phone = readPhone(this, itemIndex);
		const content = {
			recordingId: readText(this, itemIndex, 'recordingId', 'Recording ID'),
			numberForward: readForward(this, itemIndex),
			ivr: readWholeOption(this, itemIndex, options.ivr, 0, 9),
			maxRepeat: readWholeOption(this, itemIndex, options.maxRepeat),
			maxRetry: readWholeOption(this, itemIndex, options.maxRetry),
			timeWaitToIvr: readWholeOption(this, itemIndex, options.timeWaitToIvr),
			waitRetry: readWholeOption(this, itemIndex, options.waitRetry),
		};
		const picture = () => plainPicture(`Call that plays recording ${content.recordingId}`, []);
		const prepared = prepareSend(this, itemIndex, { channel: 'voice', phone, content, picture }, async (common) =>
			await call(client, { ...common, phone, ...content }),
		);
		// The documents spell the request ID of this call in two ways, so it may not hold off a repeat.
		return { ...prepared, repeatable: false };
	});
}

/** A call may be forwarded to a landline or a hotline; the form of the number is not documented (esms.md 9). */
function readForward(context: IExecuteFunctions, itemIndex: number): string | undefined {
	const given = readOptionalText(context, itemIndex, `options.${forwardOption.name}`);
	const number = given.replace(/[\s.()-]/g, '').replace(/^\+/, '');
	if (number === '') return undefined;
	if (/^\d{3,15}$/.test(number)) return number;
	throw itemFault(context, itemIndex, `${forwardOption.displayName} ${quotePhone(given)} is not a phone number`, `Correct the option '${forwardOption.displayName}' for this item.`);
}
