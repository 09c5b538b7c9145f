import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { sendError } from './answers.mjs';
import { looseText, member, text, UnreadableBody, type Body } from './body.mjs';
import { answerSend, rememberRefused, send, type ReadSend } from './send.mjs';
import { readCustomerCare } from './sendSms.mjs';
import { NO_OPTIONS } from './sendOptions.mjs';
import { readPositionalZns } from './sendZns.mjs';

const CUSTOMER_CARE = '2';

/** `POST MultiChannelMessage/` (esms.md 4.1): a ZNS, and an SMS in its place when it cannot be delivered. */
export async function sendMultiChannel(request: Incoming, world: World): Promise<Reply> {
	return await answerSend(request, world, answer);
}

async function answer(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { invalidFieldCode } = world.settings.esms;
	const legs = readLegs(body);
	// The fields are said to be fixed; what another value brings about is not documented.
	if ('problem' in legs) return { ...sendError(invalidFieldCode), note: legs.problem };
	const read = withFallback(readPositionalZns(legs.zns, world), readSmsLeg(legs.sms, world), world);
	const reply = 'refusal' in read ? read.refusal : await send(world, endpoint, read.options, read.draft);
	for (const leg of [legs.zns, legs.sms]) rememberRefused(world, endpoint, text(leg, 'RequestId'), reply.code);
	return reply;
}

/** The two entries of Data as bodies of their own calls; the number stands beside them, and SendDate is documented for neither. */
function readLegs(body: Body): { zns: Body; sms: Body } | { problem: string } {
	const channels = member(body, 'Channels');
	const data = member(body, 'Data');
	if (!Array.isArray(channels) || channels.length !== 2 || channels[0] !== 'zalo' || channels[1] !== 'sms') {
		return { problem: 'Channels must be ["zalo","sms"]' };
	}
	if (!Array.isArray(data) || data.length !== 2) return { problem: 'Data must have two entries' };
	const [zns, sms] = (data as unknown[]).map((entry) => {
		if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) throw new UnreadableBody();
		const { SendDate: _, ...leg } = entry as Body;
		return { ...leg, Phone: text(body, 'Phone') };
	});
	return zns && sms ? { zns, sms } : { problem: 'Data must have two entries' };
}

function readSmsLeg(body: Body, world: World): ReadSend {
	const type = looseText(body, 'SmsType');
	if (type === '') return { refusal: sendError('300') };
	return type === CUSTOMER_CARE ? readCustomerCare(body, world) : { refusal: sendError('118') };
}

/** A ZNS with the SMS that stands in for it; an SMS that cannot be sent is refused at once or ignored, as the settings say. */
export function withFallback(zns: ReadSend, sms: ReadSend, { settings }: World): ReadSend {
	if ('refusal' in zns) return zns;
	if (!('refusal' in sms)) return { ...zns, draft: { ...zns.draft, fallback: sms } };
	if (settings.esms.multiChannel.invalidSms === 'refuse') return sms;
	return { ...zns, draft: { ...zns.draft, fallback: { options: NO_OPTIONS, draft: undefined } } };
}
