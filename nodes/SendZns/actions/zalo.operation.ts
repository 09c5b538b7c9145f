import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { toInternational } from '../../domain/phone';
import { deriveRequestId } from '../../domain/requestId';
import type { Template } from '../../domain/template';
import { zalo } from '../../providers/zalo';
import type { ZaloClient } from '../../providers/zalo/client';
import { sendZns, type ZnsTarget } from '../../providers/zalo/send';
import { trackingIdOf } from '../../providers/zalo/trackingId';
import type { Item } from '../../shared/fields/item';
import { previewOnlyField } from '../../shared/fields/previewOnly';
import { znsPicture } from '../../shared/preview/zns';
import type { Run } from '../../shared/run/run';
import { checkedTemplateValues, readTemplateValues } from '../../shared/template/values';
import { outputsNotice, waitingFieldsWithin, reportFieldOption, readWaiting } from '../../shared/waiting/fields';
import { send } from '../../shared/waiting/send';
import { inWords } from '../../shared/zalo/duration';
import { readSendOnRetry, readZaloOptions, zaloOptionsField, type ZaloOptions } from '../../shared/zalo/options';
import { zaloReceipt } from '../../shared/zalo/receipt';
import { readTemplateId, zaloTemplateField, zaloTemplatesOnce, zaloTemplateValueFields } from '../../shared/zalo/template';
import { readTarget, recipientOf, sendToField, targetFields, type Target } from '../target';

const zaloSendToField = sendToField();

/** Zalo often tries for two hours (zalo.md 3.4), and there is no word of a message that never arrives. */
const WAIT_MINUTES = 120;

export const fields: INodeProperties[] = [
	zaloTemplateField,
	zaloSendToField,
	...targetFields(),
	...zaloTemplateValueFields,
	...waitingFieldsWithin(
		WAIT_MINUTES,
		"How long to ask Zalo at most, up to 180. Zalo never says that a message failed on its way: it tries for as long as the template says, see the list in 'Template', and what you send earlier instead may arrive beside the ZNS.",
	),
	outputsNotice(
		'zaloRoutedNotice',
		'routed',
		'Zalo reports no failure, so nothing leaves by <b>Not Delivered</b>. What it refuses, such as a phone without Zalo, leaves by the error output: choose it in Settings > On Error. What does not arrive in time leaves by <b>No Result</b>.',
	),
	previewOnlyField,
	zaloOptionsField([reportFieldOption]),
];

/** Sends one ZNS per item through the team's own Official Account (zalo.md 3, 7). */
export async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const templateOf = zaloTemplatesOnce(run);
	const waiting = readWaiting(run.context);

	const prepare = async (item: Item) => {
		const target = readTarget(item, item.choice(zaloSendToField, ['phone', 'zaloUserId', 'hashedPhone']));
		const templateId = readTemplateId(item);
		const { simplify, requestKey, ...modes } = readZaloOptions(item);
		checkModes(item, target, modes);
		const given = readTemplateValues(item);
		const template = await templateOf(templateId);
		const parameters = checkedTemplateValues(item, template, given, modes.development);
		if (waiting) pointOutTimeout(run, template, waiting.minutes);
		const recipient = recipientOf(target);
		// No tracking ID is taken for a Zalo user ID (zalo.md 7).
		const trackingId = target.by === 'zaloUserId' ? undefined : trackingIdOf(requestIdOf(run, requestKey, { target, templateId, parameters }));
		return {
			repeat: 'reaches' as const,
			asked: { channel: 'zns' as const, hasStatusCall: target.by !== 'zaloUserId', templateId },
			preview: {
				channel: 'zns' as const,
				recipient,
				...(trackingId !== undefined && { requestId: trackingId }),
				picture: () => znsPicture({ provider: zalo.label, officialAccount: 'Your Official Account', template, values: parameters, by: target.by === 'zaloUserId' ? 'zaloUserId' : 'phone' }),
			},
			send: async () => zaloReceipt(recipient, { trackingId, simplify }, await sendZns(run.client, { target: asZaloTakes(target), templateId, parameters, trackingId: trackingId ?? '', ...modes })),
		};
	};
	return await send(run, prepare, { sendsOnRetry: readSendOnRetry });
}

/** By Zalo user ID neither is documented (zalo.md 7): a test that seems to go to administrators would reach a customer. */
function checkModes(item: Item, { by }: Target, { development, sendingMode }: Pick<ZaloOptions, 'development' | 'sendingMode'>): void {
	if (by !== 'zaloUserId') return;
	if (development) throw item.refuse('A ZNS by Zalo user ID cannot go in development mode', "Remove 'Development Mode', or set 'Send To' to 'Phone Number'.");
	if (sendingMode === '3') throw item.refuse('A ZNS by Zalo user ID cannot go beyond the quota', "Set 'Sending Mode' to 'Normal'.");
}

/** Zalo takes numbers in their 84 form (zalo.md 3.1). */
function asZaloTakes(target: Target): ZnsTarget {
	return target.by === 'phone' ? { ...target, phone: toInternational(target.phone) } : target;
}

/** What names the message towards Zalo: the user's key, or else the execution, as it guards against nothing. */
function requestIdOf({ context, operation }: Run, requestKey: string | undefined, { target, ...content }: { target: Target; templateId: string; parameters: Record<string, string> }): string | undefined {
	const identity = { channel: 'zns', operation, workflowId: context.getWorkflow().id ?? '', nodeId: context.getNode().id, recipient: Object.values(recipientOf(target)).join(), content, sandbox: false };
	return deriveRequestId(identity, requestKey === undefined ? { by: 'execution', executionId: context.getExecutionId() } : { by: 'key', key: requestKey });
}

/** Nobody but Zalo knows whether a message still arrives once the time limit is over. */
function pointOutTimeout({ pointOut }: Run, { id, timeoutMs = 0 }: Template, minutes: number): void {
	if (timeoutMs <= minutes * 60_000) return;
	pointOut(
		`Zalo tries to deliver a message of template ${id} for ${inWords(timeoutMs)}, but 'Time Limit' is ${inWords(minutes * 60_000)}: a message without a result by then may still arrive, beside what you send instead.`,
	);
}
