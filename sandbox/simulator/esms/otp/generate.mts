import type { Incoming, Reply } from '../../http/reply.mjs';
import { nationalPhone } from '../../phones.mjs';
import type { World } from '../../world.mjs';
import { newSmsId } from '../accept.mjs';
import { badPhone, sendAccepted, sendError } from '../answers.mjs';
import { looseText, text, type Body } from '../body.mjs';
import { withFallback } from '../multiChannel.mjs';
import { answerSend, send, type ReadSend } from '../send.mjs';
import { readCustomerCare } from '../sendSms.mjs';
import { readPositionalZns } from '../sendZns.mjs';
import { newCode } from './codes.mjs';
import { MULTI_CHANNEL_TEMPLATES, type MultiChannelTemplate } from './seed.mjs';

const PLACEHOLDER = '{OTP}';
const MINUTES_MIN = 2;
const MINUTES_DEFAULT = 5;
const LENGTH_DEFAULT = 6;
const CREATE_ONLY = '1';
const CREATE_AND_SEND = '2';

/** `GET SendMessageAutoGenCode_V4_get`: a code by SMS (esms.md 8.1). */
export async function generateForSms(request: Incoming, world: World): Promise<Reply> {
	return await answerSend(request, world, answerSms);
}

/** `POST SendMessageAutoGenCode_V5`: a code by ZNS, by SMS where the ZNS fails (esms.md 8.2). */
export async function generateForChannels(request: Incoming, world: World): Promise<Reply> {
	return await answerSend(request, world, answerChannels);
}

async function answerSms(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { otp, invalidFieldCode } = world.settings.esms;
	const type = text(body, 'Type');
	if (type === '') return sendError('300');
	if (type !== '2') return sendError('118');
	const message = text(body, 'message');
	const minutes = readMinutes(body, world);
	const length = text(body, 'NumCharOfCode') === '' ? LENGTH_DEFAULT : readInteger(text(body, 'NumCharOfCode'), 1, otp.maxLength);
	const characters = { '': otp.characters, '0': 'lettersAndDigits' as const, '1': 'digits' as const }[text(body, 'IsNumber')];
	if (!message.includes(PLACEHOLDER) || minutes === undefined || length === undefined || characters === undefined) {
		return { ...sendError(invalidFieldCode), note: 'message, TimeAlive, NumCharOfCode or IsNumber is invalid' };
	}
	const code = newCode(length, characters);
	// CallbackUrl, RequestId and Sandbox are not documented here, so they are not even read.
	const sms = { Phone: text(body, 'Phone'), Brandname: text(body, 'Brandname'), Content: message.replaceAll(PLACEHOLDER, code) };
	return await sendCode(endpoint, readCustomerCare(sms, world), code, minutes, world);
}

async function answerChannels(endpoint: string, body: Body, world: World): Promise<Reply> {
	const { esms } = world.settings;
	const template = MULTI_CHANNEL_TEMPLATES.find(({ id }) => id === looseText(body, 'MultiChannelTempId'));
	// 789 is the code of an unknown template elsewhere.
	if (!template) return sendError('789');
	const type = looseText(body, 'TypeId');
	const minutes = readMinutes(body, world);
	if ((type !== CREATE_ONLY && type !== CREATE_AND_SEND) || minutes === undefined) {
		return { ...sendError(esms.invalidFieldCode), note: 'TypeId or TimeAlive is invalid' };
	}
	const given = text(body, 'Phone');
	const phone = nationalPhone(given, esms.phoneForms);
	if (phone === undefined) return badPhone(given);
	const code = newCode(LENGTH_DEFAULT, esms.otp.characters);
	if (type === CREATE_AND_SEND) return await sendCode(endpoint, bothLegs(template, given, code, world), code, minutes, world);
	remember(world, phone, code, minutes);
	return { ...sendAccepted(esms.otp.createOnlyAnswer === 'withSmsid' ? newSmsId() : undefined), phone, note: 'code created, nothing sent' };
}

function bothLegs({ zns, sms }: MultiChannelTemplate, Phone: string, code: string, world: World): ReadSend {
	const filled = (value: string) => value.replaceAll(PLACEHOLDER, code);
	return withFallback(
		readPositionalZns({ ...zns, Phone, Params: zns.Params.map(filled) }, world),
		readCustomerCare({ ...sms, Phone, Content: filled(sms.Content) }, world),
		world,
	);
}

/** Sends a code; it counts once the message was really taken. */
async function sendCode(endpoint: string, read: ReadSend, code: string, minutes: number, world: World): Promise<Reply> {
	if ('refusal' in read) return read.refusal;
	const reply = await send(world, endpoint, read.options, read.draft);
	if (reply.messageId !== undefined) remember(world, read.draft.phone, code, minutes);
	return reply;
}

function remember(world: World, phone: string, code: string, minutes: number): void {
	world.account.otpCodes.add(phone, code, world.now(), minutes, world.settings.esms.otp.olderCodes);
}

/** `TimeAlive` in minutes, undefined when it is out of range. */
function readMinutes(body: Body, { settings }: World): number | undefined {
	const given = looseText(body, 'TimeAlive');
	return given === '' ? MINUTES_DEFAULT : readInteger(given, MINUTES_MIN, settings.esms.otp.maxMinutes);
}

function readInteger(given: string, min: number, max: number): number | undefined {
	const value = /^\d{1,4}$/.test(given) ? Number(given) : Number.NaN;
	return value >= min && value <= max ? value : undefined;
}
