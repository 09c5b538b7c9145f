import { recipientOf, type Message } from '../records.mjs';
import { recipientScript } from '../recipients.mjs';
import type { World } from '../world.mjs';
import { deliveryEvent } from './events.mjs';
import { postEvent } from './webhook.mjs';

/** The form of the event of a message that arrived. */
export type DeliveryEvent = 'zns' | 'chat' | 'none';

/** Brings a message to its phone and posts the event; there is none of a failure (zalo.md 8.3). */
export async function deliver(world: World, message: Message, event: DeliveryEvent): Promise<void> {
	const { delivery, lists } = world.settings.zalo;
	const { report } = recipientScript(recipientOf(message));
	if (report === 'none') return;
	const delayMs = report === 'late' ? world.settings.recipients.lateMs : delivery.delayMs;
	if (delayMs > lists.timeoutMs && delivery.afterTimeout === 'dropped') return;
	await world.tasks.after(delayMs, async () => {
		world.journal.change(message, 'delivered', { state: 'delivered', zaloMessageId: message.id });
		if (event === 'none') return;
		const { webhook } = world.settings.zalo;
		const told = deliveryEvent(world, message, event);
		const tell = async () => {
			if (webhook.delayMs > 0) await world.tasks.sleep(webhook.delayMs);
			for (let i = 0; i < (report === 'twice' ? 2 : 1); i++) await postEvent(world, told, { messageId: message.id });
		};
		if (webhook.held) world.zalo.heldEvents.add(tell);
		else await tell();
	});
}
