import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { FIRST_LEG, markFirstLeg } from '../../../domain/secondLeg';
import type { SendReceipt } from '../../../domain/sendReceipt';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendZaloThenSms as sendBoth } from '../../../providers/esms/multiChannel';
import { officialAccountField, templateField } from '../../../shared/esms/account';
import { readCallbackUrl } from '../../../shared/esms/callbackUrl';
import { repeatBy, requestIdOf } from '../../../shared/esms/message';
import { esmsSendOptions, readOptions, readSendingMode, sendingModeOption, sendOptionsField } from '../../../shared/esms/options';
import { esmsReceipt } from '../../../shared/esms/receipt';
import { positionalValues, templatesOnce, templateValueFields } from '../../../shared/esms/templateValues';
import { inside, type Item } from '../../../shared/fields/item';
import { readId, readLabel } from '../../../shared/fields/locator';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { note } from '../../../shared/preview/page';
import { smsPicture } from '../../../shared/preview/text';
import { znsPicture } from '../../../shared/preview/zns';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import type { Message } from '../../../shared/sending/types';
import { checkedTemplateValues, readTemplateValues } from '../../../shared/template/values';
import { smsBrandnameField } from '../../fields/brandname';
import { customerCareContentFields, readSmsContent } from '../../fields/smsContent';

/** The receipt of the ZNS, with the request ID of the SMS behind it. */
interface ZaloThenSmsReceipt extends SendReceipt {
	smsRequestId: string | null;
}

const znsCallbackOption: INodeProperties = {
	...esmsSendOptions.callbackUrl,
	description: 'URL to which eSMS reports what became of the ZNS: the production URL of a ZNS Delivery Trigger. It gets secondLeg=sms added, so that the report of a failed ZNS says fallbackAdvised false, as eSMS sends the SMS. Give no URL of another workflow that would send one, too.',
};

const smsCallbackOption: INodeProperties = {
	displayName: 'SMS Callback URL',
	name: 'smsCallbackUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/sms-delivery',
	description: 'URL to which eSMS reports what became of the SMS; empty means the Callback URL',
};

export const sendZaloThenSms: Operation<EsmsClient> = {
	option: {
		name: 'Send Zalo, Then SMS',
		value: 'sendZaloThenSms',
		action: 'Send Zalo message then SMS',
		description: 'Send a ZNS to each recipient, and let eSMS send an SMS where the ZNS fails',
	},
	fields: [
		{
			displayName:
				'eSMS itself decides when the ZNS has failed and sends the SMS then, so this operation does not wait for a report: set a Callback URL to hear of both. To decide in your workflow, use Send ZNS with Wait for Delivery.',
			name: 'fallbackNotice',
			type: 'notice',
			default: '',
		},
		officialAccountField,
		templateField,
		phoneField,
		...templateValueFields,
		smsBrandnameField,
		...customerCareContentFields,
		previewOnlyField,
		// No send date is documented for this call (esms.md 4.1).
		sendOptionsField([znsCallbackOption, sendingModeOption, smsCallbackOption], ['callbackUrl', 'sendDate']),
	],
	calls: [PATHS.sendMultiChannel, PATHS.template, PATHS.templates],
	execute,
};

/** Sends one ZNS with an SMS behind it per item (esms.md 4.1). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const templateOf = templatesOnce(run, { positional: true });

	const prepare = async (item: Item): Promise<Message<ZaloThenSmsReceipt>> => {
		const phone = item.phone(phoneField);
		const officialAccountId = readId(item, officialAccountField);
		const templateId = readId(item, templateField);
		const sms = { brandname: item.text(smsBrandnameField), ...readSmsContent(item) };
		const { simplify, ...common } = readOptions(run, item);
		const { callbackUrl, campaign, sandbox } = common;
		const smsCallbackUrl = readCallbackUrl(run, item, inside('options', smsCallbackOption)) ?? callbackUrl;
		const sendingMode = readSendingMode(item);
		const given = readTemplateValues(item);
		const template = await templateOf(officialAccountId, templateId);
		const inOrder = positionalValues(item, template, checkedTemplateValues(item, template, given), 'This call');

		const picture = () => [
			znsPicture({ provider: run.provider.label, officialAccount: readLabel(item, officialAccountField), template, values: Object.fromEntries(inOrder) }),
			note('Where the ZNS fails, eSMS sends this SMS:'),
			smsPicture(sms.brandname, sms.content),
		];
		const zns = { officialAccountId, templateId, parameters: inOrder.map(([, value]) => value) };
		// Both come from the whole message, so that they can only be known or new together; the channel tells them apart.
		const requestIdFor = (channel: typeof FIRST_LEG | 'sms') => requestIdOf(run, item, common, { channel, recipient: phone, content: { zns, sms } });
		const requestId = requestIdFor(FIRST_LEG);
		const smsRequestId = requestIdFor('sms');
		return {
			repeat: repeatBy(run, item, requestId),
			preview: { channel: 'zns', recipient: { phone }, requestId, picture },
			send: async () => {
				const result = await sendBoth(run.client, {
					phone,
					zns: { ...zns, campaign, callbackUrl: callbackUrl && markFirstLeg(callbackUrl), requestId, sendingMode },
					sms: { ...sms, callbackUrl: smsCallbackUrl, requestId: smsRequestId },
					sandbox,
				});
				return { ...esmsReceipt('zns', { phone }, { ...common, requestId, simplify }, result), smsRequestId: smsRequestId ?? null };
			},
		};
	};
	return [await sendItems(run, prepare)];
}
