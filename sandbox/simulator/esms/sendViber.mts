import type { Incoming, Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import type { ViberSettings } from '../messageSettings.mjs';
import type { World } from '../world.mjs';
import { badPhone, sendError } from './answers.mjs';
import { looseText, text, texts, type Body } from './body.mjs';
import { answerSend, send, withoutKeys } from './send.mjs';
import { readSendOptions } from './sendOptions.mjs';

const VIBER = '23';

/** `POST Send_Multiple_Sms_OTT/` (esms.md 7.3). */
export async function sendViber(request: Incoming, world: World): Promise<Reply> {
	return await answerSend(request, world, answer);
}

async function answer(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { account, settings: { esms } } = world;
	const type = looseText(body, 'SmsType');
	if (type === '') return sendError('300');
	if (type !== VIBER) return sendError('118');
	const brandname = text(body, 'Brandname');
	if (!account.hasBrandname(brandname, Number(VIBER))) return sendError('104');
	const given = texts(body, 'Phones');
	const phones = given.map((phone) => nationalPhone(phone, esms.phoneForms));
	const wrong = phones.indexOf(undefined);
	const [phone, ...furtherPhones] = phones.filter((number) => number !== undefined);
	if (wrong !== -1 || phone === undefined) return badPhone(given[wrong] ?? '');
	const problem = contentProblem(body, esms.viber);
	// No code is documented for content that follows none of the layouts.
	if (problem) return { ...sendError(esms.invalidFieldCode), note: problem };
	const options = readSendOptions(body, esms, { sandboxName: 'IsSandBox' });
	if ('code' in options) return sendError(options.code);
	return await send(world, endpoint, options, {
		channel: 'viber',
		phone,
		furtherPhones,
		text: text(body, 'Content'),
		senderName: brandname,
		typeId: Number(VIBER),
		price: esms.viber.price,
		brandname,
		body: withoutKeys(body),
	});
}

/** Four layouts: text with image and button, text with button, an image alone, text alone. */
function contentProblem(body: Body, settings: ViberSettings): string | undefined {
	const content = text(body, 'Content') !== '';
	const image = text(body, 'OttImgUrl');
	const label = buttonLabel(body, settings) !== '';
	const link = text(body, 'OttUrl') !== '';
	if (image !== '' && settings.imageHttpsOnly && !/^https:\/\//i.test(image)) return 'OttImgUrl is not https';
	if (label !== link) return 'a button needs OttLabel and OttUrl';
	if (content) return image !== '' && !label ? 'text and image without a button is no layout' : undefined;
	return settings.content === 'orImage' && image !== '' && !label ? undefined : 'Content is missing';
}

function buttonLabel(body: Body, { labelName }: ViberSettings): string {
	if (labelName !== 'either') return text(body, labelName);
	return text(body, 'OttLabel') || text(body, 'OTTLabel');
}
