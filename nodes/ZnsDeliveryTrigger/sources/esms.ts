import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { requestKeyOf } from '../../domain/requestId';
import { providers } from '../../providers';
import { readCallback } from '../../providers/esms/callback';
import { choice } from '../../shared/fields/kinds/choice';
import { flag } from '../../shared/fields/kinds/flag';
import { callbackFields } from '../../shared/webhooks/callbackFields';
import { rejectWith } from '../../shared/webhooks/rejection';
import { triggerSetting, type TriggerContext } from '../../shared/webhooks/setting';
import type { Received, Source } from '../received';
import { verify, type VerifyTerms } from '../verify/verify';

const notice: INodeProperties = {
	displayName:
		"Copy the production URL (open Webhook URLs above and choose Production URL) into the option 'Callback URL' of the node that sends. eSMS must be able to reach it over https. Publish this workflow before you send.",
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

const verifyField: INodeProperties = {
	displayName: 'Verify With eSMS',
	name: 'verifyWithEsms',
	builderHint: { propertyHint: 'Leave it on: callbacks are not signed, and a forged one would start paid messages.' },
	type: 'boolean',
	default: true,
	description:
		'Whether to ask eSMS about the message of a callback, and to report what eSMS says. Callbacks carry no signature: without this, anyone who knows the URL can invent one. eSMS is answered after 2 seconds at most, and asked for up to 15 minutes where its status lags behind.',
};

const ifUnaskableField: INodeProperties = {
	displayName: 'If eSMS Cannot Be Asked',
	name: 'ifUnaskable',
	type: 'options',
	options: [
		{ name: 'Leave by Other', value: 'other', description: 'Nothing is lost, and nothing unproven leaves by Delivered or Not Delivered' },
		{ name: 'Leave by the Claimed Output', value: 'claimed', description: 'The report leaves by the output that the callback claims, although anyone could have sent it' },
	],
	default: 'other',
	description: 'What to do with a callback while eSMS does not answer or refuses the keys. The item has confirmed set to false, unconfirmedBecause says why, and what only the callback says stands under claimed.',
	displayOptions: { show: { verifyWithEsms: [true] } },
};

export const fields: INodeProperties[] = [notice, intermediateField, verifyField, ifUnaskableField];

/** What the user wants of the callbacks of eSMS. */
interface EsmsSettings extends VerifyTerms {
	verifies: boolean;
}

function readSettings(context: TriggerContext): EsmsSettings {
	const verifies = triggerSetting(context, verifyField, flag, true);
	return {
		includeIntermediate: triggerSetting(context, intermediateField, flag, false),
		verifies,
		ifUnaskable: verifies ? triggerSetting(context, ifUnaskableField, choice(['claimed', 'other']), 'other') : 'other',
	};
}

/** Callbacks of eSMS, which carry no signature, so eSMS is asked (esms.md 12.1). */
export const esms: Source<EsmsSettings> = {
	readSettings,
	receive,
	confirm: async (context, claim, settings) => (settings.verifies ? await verify(context, providers.esms, claim, settings) : { report: claim }),
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
