import type { IExecuteFunctions } from 'n8n-workflow';
import type { Channel, Recipient } from '../domain/sendReceipt';
import type { CommonSendFields, SendResult } from '../providers/esms/send';
import { readOptions, toCommonFields } from '../shared/fields/sendOptions';
import { requestIdOf } from '../shared/messageIdentity';
import type { Preview } from '../shared/preview/preview';
import { esmsReceipt } from '../shared/receipts';
import type { PreparedSend } from '../shared/sending/types';

/** A checked message; the recipient is a phone number in national form or a Zalo user ID. */
type CheckedMessage = Recipient & {
	channel: Channel;
	/** All that makes it this message. */
	content: unknown;
	/** Where eSMS reports to while the run waits. */
	callbackUrl?: string;
	/** Draws it for Preview Only. */
	picture: Preview['picture'];
};

/**
 * Prepares what every message of this node shares: options, request ID and receipt.
 *
 * @param call makes the request with the common fields
 * @throws NodeOperationError where an option has a value it cannot have
 */
export function prepareSend(
	context: IExecuteFunctions,
	itemIndex: number,
	{ channel, content, callbackUrl, picture, ...recipient }: CheckedMessage,
	call: (common: CommonSendFields) => Promise<SendResult>,
): PreparedSend {
	const options = readOptions(context, itemIndex);
	const common = toCommonFields(context, itemIndex, options, callbackUrl);
	const requestId = requestIdOf(context, itemIndex, options, { channel, recipient: Object.values(recipient).join(), content });
	return {
		repeatable: requestId !== undefined,
		preview: { channel, recipient, requestId, picture },
		send: async () => esmsReceipt(channel, recipient, requestId, await call({ ...common, requestId }), options.simplify),
	};
}
