/** Callbacks of eSMS about messages that the simulator has really taken, so that it confirms them when it is asked. */
import { Pool } from 'undici';

import { item, OFFICIAL_ACCOUNT, TEMPLATE, ZNS } from './message.mjs';

const AT_ONCE = 50;
/** The calls are made by the bench: the simulator calls none but https. */
const NEVER_CALLED = 'http://127.0.0.1/never-called';

/**
 * Sends messages and returns the query of the callback of each, as eSMS would make it.
 *
 * @param stage whose simulator takes them
 * @param {number} from index of the first one; two with the same index are the same message
 * @returns {Promise<string[]>}
 */
export async function callbackQueries({ simulator }, count, from) {
	simulator.configure({ esms: { callback: { httpsOnly: true, delayMs: 1 } } });
	const { origin, pathname } = new URL(simulator.esmsUrl + ZNS);
	const { apiKey: ApiKey, secretKey: SecretKey } = simulator.settings.esms;
	const pool = new Pool(origin, { connections: AT_ONCE });
	const ids = await Promise.all(
		Array.from({ length: count }, async (_, index) => {
			const { phone: Phone, code } = item(from + index);
			const body = JSON.stringify({ ApiKey, SecretKey, OAID: OFFICIAL_ACCOUNT, TempID: TEMPLATE, Phone, TempData: { otp: code }, RequestId: code, CallbackUrl: NEVER_CALLED });
			const answer = await pool.request({ path: pathname, method: 'POST', headers: { 'content-type': 'application/json' }, body });
			const { CodeResult, SMSID } = await answer.body.json();
			if (CodeResult !== '100') throw new Error(`The simulator refused a message: ${CodeResult}`);
			return SMSID;
		}),
	);
	await pool.close();
	await simulator.whenIdle();
	const messages = new Map(simulator.messages().map((message) => [message.id, message]));
	return ids.map((id) => queryOf(messages.get(id)));
}

function queryOf({ id, requestId, typeId, oaId, templateId, phone, price, zaloMessageId }) {
	return new URLSearchParams({
		SMSID: id, SendFailed: '0', SendStatus: '5', SendSuccess: '1', TotalPrice: price.toFixed(4), TotalReceiver: '1', TotalSent: '1',
		RequestId: requestId, TypeId: String(typeId), telcoid: '1', phonenumber: phone, partnerids: zaloMessageId, oaid: oaId, tempid: templateId,
	}).toString();
}
