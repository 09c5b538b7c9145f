import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { requestKeyOf } from '../../domain/requestId';
import { readCallback } from '../../providers/esms/callback';
import { choice } from '../../shared/fields/kinds/choice';
import { flag } from '../../shared/fields/kinds/flag';
import { callbackFields } from '../../shared/webhooks/callbackFields';
import { rejectWith } from '../../shared/webhooks/rejection';
import { triggerSetting, type TriggerContext } from '../../shared/webhooks/setting';
import { confirm, type ConfirmTerms } from '../confirm';
import type { Received, Source } from '../received';

const notice: INodeProperties = {
	displayName:
		"Copy the production URL above into the option 'Callback URL' of the node that sends. eSMS must be able to reach it over https. Activate this workflow before you send.",
	name: 'esmsNotice',
	type: 'notice',
	default: '',
};

const intermediateField: INodeProperties = {
	displayName: 'Include Intermediate States',
	name: 'includeIntermediate',
	type: 'boolean',
	default: false,
	description: 'Whether to start the workflow also while a message waits for approval, for sending or for its report. These leave by Other.',
};

const confirmField: INodeProperties = {
	displayName: 'Confirm With eSMS',
	name: 'confirmWithEsms',
	type: 'boolean',
	default: false,
	description:
		'Whether to ask eSMS about the message before the workflow starts, and to report what eSMS says. Callbacks carry no signature: without this, anyone who knows the URL can invent one.',
};

const ifUnaskableField: INodeProperties = {
	displayName: 'If eSMS Cannot Be Asked',
	name: 'ifUnaskable',
	type: 'options',
	options: [
		{
			name: 'Answer 503',
			value: 'refuse',
			description: 'Nothing starts. Whether eSMS calls again after a 503 is not documented, so the report may be lost.',
		},
		{
			name: 'Emit Marked as Unconfirmed',
			value: 'emit',
			description: 'The callback leaves by Other with confirmed set to false, so nothing is lost, and nothing unproven leaves by Delivered or Not Delivered',
		},
	],
	default: 'emit',
	description: 'What to do while eSMS does not answer or refuses the keys, where the callback says how it ended before eSMS does, and for messages that it has no status of, such as some Zalo messages and voice calls',
	displayOptions: { show: { confirmWithEsms: [true] } },
};

export const fields: INodeProperties[] = [notice, intermediateField, confirmField, ifUnaskableField];

/** What the user wants of the callbacks of eSMS. */
interface EsmsSettings extends ConfirmTerms {
	confirms: boolean;
}

function readSettings(context: TriggerContext): EsmsSettings {
	const confirms = triggerSetting(context, confirmField, flag, false);
	return {
		includeIntermediate: triggerSetting(context, intermediateField, flag, false),
		confirms,
		ifUnaskable: confirms ? triggerSetting(context, ifUnaskableField, choice(['emit', 'refuse']), 'emit') : 'emit',
	};
}

/** Callbacks of eSMS, which carry no signature: whoever wants that has them confirmed (esms.md 12.1). */
export const esms: Source<EsmsSettings> = {
	readSettings,
	receive,
	confirm: async (context, claim, settings) => (settings.confirms ? await confirm(context, claim, settings) : { report: claim }),
};

/** Reads a delivery callback of eSMS: a GET with everything in the query; a POST is tolerated (esms.md 12). */
async function receive(context: IWebhookFunctions, { includeIntermediate }: EsmsSettings): Promise<Received> {
	const report = readCallback(callbackFields(context), new Date());
	if (!report.ok) {
		const what = 'This is not a delivery callback of eSMS';
		return rejectWith(400, `${what}: ${report.fault}`, what);
	}
	if (report.value.outcome === 'pending' && !includeIntermediate) {
		return { ignored: 'Intermediate state noted' };
	}
	return { report: { ...report.value, requestKey: requestKeyOf(report.value.requestId) } };
}
