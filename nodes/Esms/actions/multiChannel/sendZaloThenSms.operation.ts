import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { SendReceipt } from '../../../domain/sendReceipt';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendZaloThenSms as sendBoth } from '../../../providers/esms/multiChannel';
import { esmsClient } from '../../../shared/clients';
import { officialAccountField, readId, readLabel, templateField } from '../../../shared/fields/locators';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { checkCallbackUrl, esmsSendOptions, readOptions, sendingModeOption, sendOptionsField, toCommonFields } from '../../../shared/fields/sendOptions';
import { checkedTemplateValues, positionalValues, readTemplateValues, templatesOnce, templateValueFields } from '../../../shared/fields/templateValues';
import { readOptionalText, readText } from '../../../shared/fields/text';
import { requestIdOf } from '../../../shared/messageIdentity';
import type { Operation } from '../../../shared/operations';
import { note } from '../../../shared/preview/page';
import { smsPicture } from '../../../shared/preview/text';
import { znsPicture } from '../../../shared/preview/zns';
import { esmsReceipt } from '../../../shared/receipts';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';
import { brandnameField } from '../../fields/brandname';
import { customerCareContentFields, readSmsContent } from '../../fields/smsContent';

/** The receipt of the ZNS, with the request ID of the SMS behind it. */
interface ZaloThenSmsReceipt extends SendReceipt {
	smsRequestId: string | null;
}

const smsCallbackOption: INodeProperties = {
	displayName: 'SMS Callback URL',
	name: 'smsCallbackUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/sms-delivery',
	description: 'URL to which eSMS reports what became of the SMS; empty means the Callback URL',
};

export const sendZaloThenSms: Operation = {
	option: {
		name: 'Send Zalo, Then SMS',
		value: 'sendZaloThenSms',
		action: 'Send zalo message then SMS',
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
		brandnameField('searchSmsBrandnames'),
		...customerCareContentFields,
		previewOnlyField,
		// No send date is documented for this call (esms.md 4.1).
		sendOptionsField([sendingModeOption, smsCallbackOption], ['sendDate']),
	],
	calls: [PATHS.sendMultiChannel, PATHS.template, PATHS.templates],
	execute,
};

/** Sends one ZNS with an SMS behind it per item (esms.md 4.1). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);
	const templateOf = templatesOnce(client);

	const prepare = async (itemIndex: number): Promise<PreparedSend<ZaloThenSmsReceipt>> => {
		const phone = readPhone(this, itemIndex);
		const officialAccountId = readId(this, itemIndex, officialAccountField);
		const templateId = readId(this, itemIndex, templateField);
		const brandname = readText(this, itemIndex, 'brandname', 'Brandname');
		const sms = { brandname, ...readSmsContent(this, itemIndex) };
		const options = readOptions(this, itemIndex);
		const { callbackUrl, campaign, sandbox } = toCommonFields(this, itemIndex, options);
		const smsCallbackUrl = readOptionalText(this, itemIndex, `options.${smsCallbackOption.name}`);
		checkCallbackUrl(this, itemIndex, smsCallbackOption.displayName, smsCallbackUrl);
		const given = readTemplateValues(this, itemIndex);
		const template = await templateOf(officialAccountId, templateId);
		const values = checkedTemplateValues(this, itemIndex, template, given);
		const inOrder = positionalValues(this, itemIndex, template, values, 'This call');
		const parameters = inOrder.map(([, value]) => value);

		const picture = () => [
			znsPicture({ officialAccount: readLabel(this, itemIndex, officialAccountField), template, values: Object.fromEntries(inOrder) }),
			note('Where the ZNS fails, eSMS sends this SMS:'),
			smsPicture(brandname, sms.content),
		];
		const zns = { officialAccountId, templateId, parameters };
		// Both come from the whole message, so that they can only be known or new together; the channel tells them apart.
		const requestIdFor = (channel: 'zns' | 'sms') => requestIdOf(this, itemIndex, options, { channel, recipient: phone, content: { zns, sms } });
		const requestId = requestIdFor('zns');
		const smsRequestId = requestIdFor('sms');
		return {
			repeatable: requestId !== undefined,
			preview: { channel: 'zns', recipient: { phone }, requestId, picture },
			send: async () => {
				const result = await sendBoth(client, {
					phone,
					zns: { ...zns, campaign, callbackUrl, requestId, sendingMode: options.sendingMode },
					sms: { ...sms, callbackUrl: smsCallbackUrl || callbackUrl, requestId: smsRequestId },
					sandbox,
				});
				return { ...esmsReceipt('zns', { phone }, requestId, result, options.simplify), smsRequestId: smsRequestId ?? null };
			},
		};
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	return [await sendItems(this, { provider: 'esms', requestsPerSecond, prepare })];
}
