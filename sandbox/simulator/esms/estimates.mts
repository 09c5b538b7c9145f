import { rawJsonReply, requestErrorPage, type Incoming, type Reply } from '../http/reply.mjs';
import { nationalPhone } from '../phones.mjs';
import { recipientScript } from '../recipients.mjs';
import { answerAsScripted } from '../scripted.mjs';
import type { World } from '../world.mjs';
import { badPhoneText, invalidRequest, queryError } from './answers.mjs';
import { member, readBody, text, UnreadableBody } from './body.mjs';
import { mediaType } from './contentType.mjs';
import { oaProblem } from './oaQuery.mjs';
import { childText, parseXml, type XmlElement } from './xml.mjs';
import { positionalValues } from './znsValues.mjs';

/** Fewest distinct numbers of an advertising request (107). */
const ADVERTISING_MIN = 30;

/** The answer of all three calls, with the four decimals of the sample. */
function estimated(price: number, receivers: number): Reply {
	const total = `"TotalPrice":${price.toFixed(4)},"TotalReceiver":${receivers}`;
	return rawJsonReply(200, '100', `{"CodeResult":"100","ErrorMessage":"success",${total}}`);
}

function badPhone(phone: string): Reply {
	return queryError('108', badPhoneText(phone));
}

/** The price of one message to a number, answered the way the number is scripted. */
async function answerFor(world: World, given: string, price: number): Promise<Reply> {
	const { esms } = world.settings;
	const phone = nationalPhone(given, esms.phoneForms);
	if (phone === undefined) return badPhone(given);
	return await answerAsScripted(world, recipientScript(phone), {
		phone,
		refuse: (code) => queryError(String(code)),
		invalidRequest: () => invalidRequest(esms.invalidRequestStatus),
		accept: () => estimated(price, 1),
	});
}

/** `POST SummaryZaloMessage_V4_post_json/` (esms.md 10.18): positional Params, as in the V4 of sending. */
export async function estimateZns(request: Incoming, world: World): Promise<Reply> {
	const body = readBody(request);
	const { account, settings: { esms } } = world;
	if (!account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return queryError('101');
	const oaId = text(body, 'OAID');
	const templateId = text(body, 'TempID');
	const refused = templateId === '' ? '791' : oaProblem(oaId, world);
	if (refused) return queryError(refused);
	const template = account.template(oaId, templateId);
	if (!template) return queryError('789');
	const data = positionalValues(member(body, 'Params'), template, esms);
	if ('problem' in data) return { ...queryError('790'), note: data.problem };
	return await answerFor(world, text(body, 'Phone'), esms.znsPrice);
}

/** `GET SummaryMultipleMessage_V4_get` (esms.md 10.18): customer care; its 101 text ends with a dot. */
export async function estimateCustomerCare({ query }: Incoming, world: World): Promise<Reply> {
	const { account, settings: { esms } } = world;
	const given = (name: string) => query.get(name) ?? '';
	if (!account.ownsKeys(given('ApiKey'), given('SecretKey'))) return queryError('101', 'Authorize Failed.');
	if (given('SmsType') === '') return queryError('300');
	if (given('SmsType') !== '2') return queryError('118');
	if (!account.hasBrandname(given('BrandName'), 2)) return queryError('104');
	if (given('Content') === '') return queryError(esms.invalidFieldCode);
	return await answerFor(world, given('Phone'), esms.smsPrice);
}

/** `POST SummaryMultipleSMSBrandname/` (esms.md 10.18): advertising, an XML document `RQST` (members: esms.md 7.5). */
export function estimateAdvertising(request: Incoming, world: World): Reply {
	const { account, settings: { esms } } = world;
	const type = mediaType(request);
	if (esms.estimate.xmlContentType === 'textPlain' && type !== 'text/plain' && type !== 'application/text/plain') {
		return { ...requestErrorPage(), note: `content type ${type} is not taken` };
	}
	const root = parseXml(request.body);
	if (root?.name !== 'RQST') throw new UnreadableBody();
	if (!account.ownsKeys(childText(root, 'APIKEY'), childText(root, 'SECRETKEY'))) return queryError('101');
	const smsType = childText(root, 'SMSTYPE');
	if (smsType === '') return queryError('300');
	if (smsType !== '1') return queryError('118');
	if (!account.hasBrandname(childText(root, 'BRANDNAME'), 1)) return queryError('104');
	if (childText(root, 'CONTENT') === '') return queryError(esms.invalidFieldCode);
	return answerNumbers(numbersOf(root), world);
}

/** CONTACTS/CUSTOMER/PHONE. */
function numbersOf(root: XmlElement): string[] {
	const within = (elements: readonly XmlElement[], name: string) =>
		elements.flatMap(({ children }) => children.filter((child) => child.name === name));
	return within(within(within([root], 'CONTACTS'), 'CUSTOMER'), 'PHONE').map((phone) => phone.text.trim());
}

function answerNumbers(given: readonly string[], { settings: { esms } }: World): Reply {
	const phones = given.map((phone) => nationalPhone(phone, esms.phoneForms));
	const wrong = phones.indexOf(undefined);
	if (given.length === 0 || wrong !== -1) return badPhone(given[wrong] ?? '');
	const receivers = new Set(phones).size;
	if (receivers < ADVERTISING_MIN && esms.estimate.advertisingMinimum === 'check') return queryError('107');
	return estimated(esms.smsPrice * receivers, receivers);
}
