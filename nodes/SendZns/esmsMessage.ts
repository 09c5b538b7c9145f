import type { IExecuteFunctions } from 'n8n-workflow';
import type { Template } from '../domain/template';
import type { CommonSendFields, ZnsTarget } from '../providers/esms/send';
import { officialAccountField, readId, readLabel, templateField } from '../shared/fields/locators';
import { readOptions, toCommonFields, type SendOptions } from '../shared/fields/sendOptions';
import { checkedTemplateValues, positionalValues, readTemplateValues } from '../shared/fields/templateValues';
import { itemFault } from '../shared/fields/text';
import { requestIdOf } from '../shared/messageIdentity';
import type { Preview } from '../shared/preview/preview';
import { znsPicture } from '../shared/preview/zns';
import { readTarget, recipientOf } from './esmsTarget';

/** The message of one item, checked. */
export interface EsmsMessage {
	target: ZnsTarget;
	officialAccountId: string;
	templateId: string;
	template: Template;
	/** Values by name, in the order of the template where the call goes by position. */
	parameters: Array<[name: string, value: string]>;
	options: SendOptions;
	common: Omit<CommonSendFields, 'requestId'>;
	requestId: string | undefined;
}

/** How the message of an item leaves. */
interface Leaving {
	/** Whether eSMS takes the values by position, not by name. */
	positional: boolean;
	/** Where eSMS reports to while the run waits. */
	callbackUrl?: string;
}

/**
 * Reads and checks the message of one item.
 *
 * @throws NodeOperationError where it cannot be sent
 */
export async function readMessage(
	context: IExecuteFunctions,
	itemIndex: number,
	templateOf: (officialAccountId: string, templateId: string) => Promise<Template>,
	{ positional, callbackUrl }: Leaving,
): Promise<EsmsMessage> {
	const target = readTarget(context, itemIndex);
	const officialAccountId = readId(context, itemIndex, officialAccountField);
	const templateId = readId(context, itemIndex, templateField);
	const options = readOptions(context, itemIndex);
	const given = readTemplateValues(context, itemIndex);
	const common = toCommonFields(context, itemIndex, options, callbackUrl);
	checkOptions(context, itemIndex, target, options.sendingMode === '3', common.sendDate);
	const template = await templateOf(officialAccountId, templateId);
	const values = checkedTemplateValues(context, itemIndex, template, given);
	const byPosition = positional || target.by === 'journey';
	const taker = target.by === 'journey' ? 'A journey' : 'A batch';
	const parameters = byPosition ? positionalValues(context, itemIndex, template, values, taker) : Object.entries(values);
	const requestId = requestIdOf(context, itemIndex, options, {
		channel: 'zns',
		recipient: Object.values(recipientOf(target)).join(),
		content: { officialAccountId, templateId, parameters: values, orderId: target.by === 'journey' ? target.orderId : undefined },
	});
	return { target, officialAccountId, templateId, template, parameters, options, common, requestId };
}

/** @returns what Preview Only shows of the message of an item */
export function previewOf(context: IExecuteFunctions, itemIndex: number, { target, template, parameters, requestId }: EsmsMessage): Preview {
	return {
		channel: 'zns',
		recipient: recipientOf(target),
		requestId,
		picture: () => znsPicture({ officialAccount: readLabel(context, itemIndex, officialAccountField), template, values: Object.fromEntries(parameters) }),
	};
}

/** Refuses options that eSMS does not take together (esms.md 1.6, 3.2, 3.4), rather than dropping them unseen. */
function checkOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	target: ZnsTarget,
	beyondQuota: boolean,
	sendDate: string | undefined,
): void {
	if (beyondQuota && sendDate) {
		throw itemFault(context, itemIndex, 'A message beyond the quota cannot have a send date', "Remove 'Send Date' or set 'Sending Mode' to 'Normal'.");
	}
	if (target.by !== 'zaloUserId' && target.by !== 'journey') return;
	const where = target.by === 'journey' ? 'in a journey' : 'by Zalo user ID';
	if (sendDate) throw itemFault(context, itemIndex, `A ZNS ${where} cannot have a send date`, "Remove 'Send Date', or schedule the workflow itself.");
	if (beyondQuota) throw itemFault(context, itemIndex, `A ZNS ${where} cannot go beyond the quota`, "Set 'Sending Mode' to 'Normal'.");
}
