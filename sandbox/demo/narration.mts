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
		const sender = message.channel === 'zns' ? `Zalo, ${message.senderName}` : `SMS, ${message.senderName}`;
		const end =
			message.state === 'delivered'
				? 'delivered'
				: `${message.state}${message.failure ? ` (${message.failure.code}: ${message.failure.message})` : ''}`;
		lines.push(`  ${index + 2}. ${sender}: ${end}`, `     "${message.text.replace(/\s+/g, ' ').trim()}"`);
		if (message.channel === 'zns') {
			lines.push(`     callback → workflow "${delivery.workflowData.name}" (execution ${delivery.id}): ${ran.join(' → ')}`);
		}
	}
	return lines.join('\n');
}
