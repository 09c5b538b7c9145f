import type { Template } from '../domain/template';
import { esms } from '../providers/esms';
import type { EsmsClient } from '../providers/esms/client';
import type { CommonSendFields, ZnsTarget } from '../providers/esms/send';
import { officialAccountField, templateField } from '../shared/esms/account';
import { requestIdOf } from '../shared/esms/message';
import { readOptions, readSendingMode } from '../shared/esms/options';
import { positionalValues, type TemplateOf } from '../shared/esms/templateValues';
import type { Item } from '../shared/fields/item';
import { readId, readLabel } from '../shared/fields/locator';
import type { Preview } from '../shared/preview/preview';
import { znsPicture } from '../shared/preview/zns';
import type { Run } from '../shared/run/run';
import { checkedTemplateValues, readTemplateValues } from '../shared/template/values';
import type { Waits } from '../shared/waiting/terms';
import { esmsRecipientOf, readEsmsTarget } from './esmsTarget';

/** The message of one item, checked. */
export interface EsmsMessage {
	target: ZnsTarget;
	officialAccountId: string;
	templateId: string;
	template: Template;
	/** Values by name, in the order of the template where the call goes by position. */
	parameters: Array<[name: string, value: string]>;
	sendingMode: '1' | '3' | undefined;
	simplify: boolean;
	common: Omit<CommonSendFields, 'requestId'>;
	requestId: string | undefined;
}

/** How the message of an item leaves. */
interface Leaving {
	/** Whether eSMS takes the values by position, not by name. */
	positional: boolean;
	/** What waiting means for it; undefined where nobody waits. */
	waits?: Waits;
}

/**
 * Reads and checks the message of one item.
 *
 * @throws Refusal where it cannot be sent
 */
export async function readMessage(run: Run<EsmsClient>, item: Item, templateOf: TemplateOf, { positional, waits }: Leaving): Promise<EsmsMessage> {
	const target = readEsmsTarget(item);
	const officialAccountId = readId(item, officialAccountField);
	const templateId = readId(item, templateField);
	const { simplify, ...common } = readOptions(run, item, waits);
	const sendingMode = readSendingMode(item);
	const given = readTemplateValues(item);
	checkOptions(item, target, sendingMode === '3', common.sendDate);
	const template = await templateOf(officialAccountId, templateId);
	const values = checkedTemplateValues(item, template, given);
	const byPosition = positional || target.by === 'journey';
	const taker = target.by === 'journey' ? 'A journey' : 'A batch';
	const parameters = byPosition ? positionalValues(item, template, values, taker) : Object.entries(values);
	const requestId = requestIdOf(run, item, common, {
		channel: 'zns',
		recipient: Object.values(esmsRecipientOf(target)).join(),
		content: { officialAccountId, templateId, parameters: values, orderId: target.by === 'journey' ? target.orderId : undefined },
	});
	return { target, officialAccountId, templateId, template, parameters, sendingMode, simplify, common, requestId };
}

/** @returns what Preview Only shows of the message of an item */
export function previewOf(item: Item, { target, template, parameters, requestId }: EsmsMessage): Preview {
	return {
		channel: 'zns',
		recipient: esmsRecipientOf(target),
		requestId,
		picture: () => znsPicture({ provider: esms.label, officialAccount: readLabel(item, officialAccountField), template, values: Object.fromEntries(parameters) }),
	};
}

/** Refuses options that eSMS does not take together (esms.md 1.6, 3.2, 3.4), rather than dropping them unseen. */
function checkOptions(item: Item, target: ZnsTarget, beyondQuota: boolean, sendDate: string | undefined): void {
	if (beyondQuota && sendDate) {
		throw item.refuse('A message beyond the quota cannot have a send date', "Remove 'Send Date' or set 'Sending Mode' to 'Normal'.");
	}
	if (target.by !== 'zaloUserId' && target.by !== 'journey') return;
	const where = target.by === 'journey' ? 'in a journey' : 'by Zalo user ID';
	if (sendDate) throw item.refuse(`A ZNS ${where} cannot have a send date`, "Remove 'Send Date', or schedule the workflow itself.");
	if (beyondQuota) throw item.refuse(`A ZNS ${where} cannot go beyond the quota`, "Set 'Sending Mode' to 'Normal'.");
}
