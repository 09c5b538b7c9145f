import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { pass, refuse } from '../../../domain/checked';
import { quotePhone } from '../../../domain/text';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { callByRecording as call } from '../../../providers/esms/voice';
import { esmsMessage } from '../../../shared/esms/message';
import { inside } from '../../../shared/fields/item';
import type { Kind } from '../../../shared/fields/kinds/kind';
import { text } from '../../../shared/fields/kinds/text';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { plainPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { callOptionsField, readWholeOption } from './calls';

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

const recordingIdField: INodeProperties = {
	displayName: 'Recording ID',
	name: 'recordingId',
	type: 'string',
	default: '',
	required: true,
	description: 'ID of the recording in the eSMS portal; eSMS offers no list of them',
};

export const callByRecording: Operation<EsmsClient> = {
	option: {
		name: 'Call by Recording',
		value: 'callByRecording',
		action: 'Call by recording',
		description: 'Call each recipient and play a recording of the eSMS account',
	},
	fields: [
		recordingIdField,
		phoneField,
		previewOnlyField,
		callOptionsField([...Object.values(options), forwardOption]),
	],
	calls: [PATHS.callByRecording],
	execute,
};

/** Makes one call per item that plays a recording (esms.md 9). The report on a call does not come within the run. */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await sendItems(run, (item) => {
		const phone = item.phone(phoneField);
		const content = {
			recordingId: item.text(recordingIdField),
			numberForward: item.optional(inside('options', forwardOption), forwardNumber),
			ivr: readWholeOption(item, options.ivr, 0, 9),
			maxRepeat: readWholeOption(item, options.maxRepeat),
			maxRetry: readWholeOption(item, options.maxRetry),
			timeWaitToIvr: readWholeOption(item, options.timeWaitToIvr),
			waitRetry: readWholeOption(item, options.waitRetry),
		};
		const picture = () => plainPicture(`Call that plays recording ${content.recordingId}`, []);
		const message = esmsMessage(run, item, { channel: 'voice', recipient: { phone }, content, picture }, async (client, common) =>
			await call(client, { ...common, phone, ...content }),
		);
		// The documents spell the request ID of this call in two ways, so it may not hold off a repeat.
		return { ...message, repeat: 'reaches' };
	});
	return [items];
}

/** A call may be forwarded to a landline or a hotline; the form of the number is not documented (esms.md 9). */
const forwardNumber: Kind<string> = (given, timezone) => {
	const read = text(given, timezone);
	if (!read.ok) return read;
	const number = read.value.replace(/[\s.()-]/g, '').replace(/^\+/, '');
	return /^\d{3,15}$/.test(number) ? pass(number) : refuse(`${quotePhone(read.value)} is not a phone number`);
};
