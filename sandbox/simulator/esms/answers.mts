import { jsonReply, type Reply } from '../http/reply.mjs';

/** Texts seen in samples (esms.md 14, column "Literal"). */
const DOCUMENTED: Readonly<Record<string, string>> = {
	'101': 'Authorize Failed',
	'104': 'Brand name code is not exist',
	'107': 'Each request has at least 30 numbers to be approved',
	'124': 'Request exist 1',
	'146': 'Sai template Brandname CSKH',
	'789': 'TemplateId is not config',
	'852': 'Zalo UID Invalid',
	'853': 'Missing ZaloUid',
};

/** No text is documented for these codes: the words are ours, only the code counts. */
const OURS: Readonly<Record<string, string>> = {
	'99': 'Phone number is blocked',
	'102': 'Price list is not exist',
	'103': 'Balance is not enough',
	'105': 'Message is not exist',
	'106': 'Recording is not exist',
	'108': 'The phone number is not valid.',
	'110': 'Request data is invalid',
	'115': 'Hash phone is invalid',
	'118': 'Message type is not supported',
	'120': 'Request has too many numbers',
	'140': 'IP is not allowed',
	'143': 'Account is not active or locked',
	'160': 'Too many requests',
	'163': 'Request must have one number',
	'177': 'Telco is not registered',
	'199': 'The same request is pending',
	'201': 'Content contains a blocked keyword',
	'204': 'OAID is not exist',
	'210': 'Payload is invalid',
	'300': 'Message type is missing',
	'301': 'Service type is not supported',
	'687': 'Request has more than 500 numbers',
	'790': 'Template is invalid',
	'791': 'OAID or TempID is missing',
	'799': 'OAID is inactive or not added to the account',
	'801': 'SendingMode 3 can not be scheduled',
	'802': 'OAID can not use SendingMode 3',
	'851': 'MessageId or SmsId is missing',
	'854': 'No data',
};

/** The ErrorMessage that goes with a code. */
export function codeText(code: string): string {
	return DOCUMENTED[code] ?? OURS[code] ?? `Error ${code}`;
}

/** Voice calls answer like every other send call but for CountRegenerate, which their samples lack (esms.md 9). */
export type Envelope = 'message' | 'voice';

const COUNT: Readonly<Record<Envelope, number | undefined>> = { message: 0, voice: undefined };

/** Envelope A, refused (esms.md 2). Members without a value are omitted. */
export function sendError(
	code: string,
	more: { message?: string; sendStatus?: string; smsId?: string } = {},
	envelope: Envelope = 'message',
): Reply {
	return jsonReply(200, code, {
		CodeResult: code,
		CountRegenerate: COUNT[envelope],
		ErrorMessage: more.message ?? codeText(code),
		SendStatus: more.sendStatus,
		SMSID: more.smsId,
	});
}

/** Envelope A, accepted (esms.md 2). */
export function sendAccepted(smsId?: string, envelope: Envelope = 'message'): Reply {
	return jsonReply(200, '100', { CodeResult: '100', CountRegenerate: COUNT[envelope], SMSID: smsId });
}

/** Envelope C, refused: CodeResult without CountRegenerate (esms.md 1.4). */
export function queryError(code: string, message = codeText(code)): Reply {
	return jsonReply(200, code, { CodeResult: code, ErrorMessage: message });
}

/** 210; how eSMS words it is not documented, ours names the rule (esms.md 6.8). */
export function badPayload(rule: string): Reply {
	return { ...sendError('210', { message: `Payload is invalid: ${rule}` }), note: rule };
}

/** 108 with the number in the text, as in the bulk sample (esms.md 3.7). */
export function badPhone(phone: string, envelope: Envelope = 'message'): Reply {
	return sendError('108', { message: badPhoneText(phone) }, envelope);
}

/** The ErrorMessage of 108, verbatim from the bulk sample (esms.md 3.7). */
export function badPhoneText(phone: string): string {
	return `The phone number ${phone} is not valid.`;
}

/** Envelope F (esms.md 1.4); which HTTP status it has is not documented. */
export function invalidRequest(status: number): Reply {
	return jsonReply(status, '', { error: 'Invalid request' });
}
