import type { Message } from '../simulator/index.mjs';
import type { ProviderStory } from './eachProvider.mjs';
import type { Story } from './story.mjs';

/** @returns whether the customer got what the scenario promises: the ZNS, or one SMS in its place */
export function verdictOf({ receipt, messages, delivery }: Story): boolean {
	if (receipt.status !== 'accepted' || delivery.status !== 'success') return false;
	const [zns, ...rest] = messages;
	if (zns?.channel !== 'zns') return false;
	if (zns.state === 'delivered') return rest.length === 0;
	return rest.length === 1 && rest[0]?.channel === 'sms' && rest[0].state === 'delivered';
}

/** @returns the story of an order, step by step, as a reader can follow it */
export function tellStory({ order, receipt, delivery, messages }: Story): string {
	const ran = Object.keys(delivery.data.resultData.runData);
	const lines = [
		`Order ${order.orderCode} of ${order.customerName}, ${order.phone}`,
		`  1. Send ZNS: eSMS ${String(receipt.status)} message ${String(receipt.messageId)}`,
	];
	for (const [index, message] of messages.entries()) {
		lines.push(`  ${index + 2}. ${message.channel === 'zns' ? 'Zalo' : 'SMS'}, ${endOf(message)}`, textOf(message));
		if (message.channel === 'zns') {
			lines.push(`     callback → workflow "${delivery.workflowData.name}" (execution ${delivery.id}): ${ran.join(' → ')}`);
		}
	}
	return lines.join('\n');
}

/** @returns whether a message went out by each provider and reached the customer */
export function eachArrived(stories: ProviderStory[]): boolean {
	return stories.every(({ receipt, message }) => receipt?.status === 'accepted' && message?.channel === 'zns' && message.state === 'delivered');
}

/** @returns what became of the message through each provider */
export function tellEachProvider(stories: ProviderStory[]): string {
	const lines = stories.flatMap(({ provider, receipt, message }, index) => {
		const { status = 'no receipt', messageId, ticketId } = receipt ?? {};
		const id = messageId ? ` message ${String(messageId)}` : ticketId ? ` ticket ${String(ticketId)}` : '';
		return [`  ${index + 1}. Send ZNS by ${provider}: ${String(status)}${id}`, ...(message ? [`     Zalo, ${endOf(message)}`, textOf(message)] : [])];
	});
	return ['One ZNS through each provider, by three nodes of one workflow', ...lines].join('\n');
}

/** Who sent it, and what became of it. */
function endOf({ senderName, state, failure }: Message): string {
	return `${senderName}: ${state}${failure ? ` (${failure.code}: ${failure.message})` : ''}`;
}

/** Its text in one line, below what it belongs to. */
function textOf({ text }: Message): string {
	return `     "${text.replace(/\s+/g, ' ').trim()}"`;
}
