import type { DeliveryReport } from '../../nodes/domain/deliveryReport';
import { providers } from '../../nodes/providers';
import type { EsmsClient } from '../../nodes/providers/esms/client';
import type { AskedMessage } from '../../nodes/providers/provider';
import { createInquiry } from '../../nodes/shared/delivery/inquire';

/** Asks eSMS about one message; rejects with what the last call met where no call told anything. */
export async function inquireOne(client: EsmsClient, message: AskedMessage): Promise<DeliveryReport | undefined> {
	const inquire = createInquiry({ provider: providers.esms, read: async (call) => await call(client) });
	const { report, error } = (await inquire([message])).get(message.messageId) ?? {};
	if (!report && error !== undefined) throw error;
	return report;
}
