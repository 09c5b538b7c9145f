import type { Channel, Recipient } from '../../domain/sendReceipt';
import type { Part } from './html';

/** What a preview shows of one prepared message; the request is taken from the send itself. */
export interface Preview {
	channel: Channel;
	recipient: Recipient;
	/** Undefined where the message has none. */
	requestId?: string;
	/** Draws the message as the customer will see it. */
	picture(): Part;
}
