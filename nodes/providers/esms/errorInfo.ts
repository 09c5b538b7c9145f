import { DateTime } from 'luxon';
import { z } from 'zod';
import { VIETNAM } from '../../domain/dates';
import { isoTime } from '../../domain/time';
import { tryParseJson } from '../json';
import { wordSchema } from '../word';

const textOrNumber = z.union([z.string(), z.number().finite()]).transform(String);

/** Zalo's words; a code counts without them, too. */
const wordsSchema = z
	.string()
	.nullish()
	.transform((words) => words?.slice(0, 500))
	.catch(undefined);

const zaloAnswerSchema = z.object({
	error: textOrNumber.nullish(),
	message: wordsSchema,
	data: z
		.object({
			message_id: textOrNumber.pipe(wordSchema).nullish().catch(undefined),
			// Half an ID would reach nobody, or somebody else.
			user_id: textOrNumber.pipe(z.string().regex(/^\d{1,20}$/)).nullish().catch(undefined),
			delivery_time: textOrNumber.nullish().catch(undefined),
		})
		.nullish()
		.catch(undefined),
});

/** What Zalo said of a message, as eSMS passes it on in `error_info`. */
export interface ErrorInfo {
	/** Zalo's code as text, `0` for success. */
	code: string | undefined;
	message: string | undefined;
	zaloMessageId: string | undefined;
	zaloUserId: string | undefined;
	/** ISO 8601. */
	deliveredAt: string | undefined;
}

const NOTHING: ErrorInfo = {
	code: undefined,
	message: undefined,
	zaloMessageId: undefined,
	zaloUserId: undefined,
	deliveredAt: undefined,
};

/** One is documented, and a server between eSMS and us may add another. */
const MOST_ENCODINGS = 3;

/**
 * Reads `error_info` in each of its encodings (esms.md 12.4): JSON, JSON inside a JSON string,
 * percent-encoded JSON with `____dd/MM/yyyy HH:mm:ss` behind it, JSON with other text behind it.
 *
 * @param text the value after the usual decoding of a query
 * @returns what could be read; nothing where the text holds no JSON object. Never throws.
 */
export function readErrorInfo(text: string): ErrorInfo {
	const plain = decoded(text);
	// As the status of a ZNS gives it (esms.md 10.5): a code and nothing else.
	const code = /^\s*"?(-?\d{1,10})"?\s*$/.exec(plain)?.[1];
	if (code !== undefined) return { ...NOTHING, code };
	const [json, time] = splitTime(plain);
	const parsed = zaloAnswerSchema.safeParse(findObject(json));
	if (!parsed.success) return NOTHING;
	const { error, message, data } = parsed.data;
	return {
		code: error ?? undefined,
		message: message ?? undefined,
		zaloMessageId: data?.message_id ?? undefined,
		zaloUserId: data?.user_id ?? undefined,
		deliveredAt: fromMilliseconds(data?.delivery_time) ?? fromLocalTime(time),
	};
}

/** @returns JSON that came unpacked as the text that it usually is; '' where it cannot be one */
export function packed(info: Record<string, unknown>): string {
	try {
		return JSON.stringify(info);
	} catch {
		return '';
	}
}

/** JSON holds quotes, and what is encoded none: it is decoded until there are some, as forms are, where `+` is a space. */
function decoded(text: string): string {
	let plain = text;
	for (let times = 0; times < MOST_ENCODINGS && !plain.includes('"'); times++) plain = tryDecode(plain.replaceAll('+', ' '));
	return plain;
}

/** Splits `…____dd/MM/yyyy HH:mm:ss`. */
function splitTime(text: string): [json: string, time: string | undefined] {
	if (isObject(unwrap(tryParseJson(text)))) return [text, undefined];
	const at = text.lastIndexOf('____');
	return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 4)];
}

function findObject(text: string): unknown {
	const whole = unwrap(tryParseJson(text));
	return isObject(whole) ? whole : tryParseJson(leadingObject(text));
}

/** A JSON string that holds JSON is parsed once more. */
function unwrap(value: unknown): unknown {
	return typeof value === 'string' ? tryParseJson(value) : value;
}

/** @returns the balanced `{…}` that the text starts with, or '' */
function leadingObject(text: string): string {
	let depth = 0;
	let inString = false;
	const start = text.indexOf('{');
	for (let at = start; at >= 0 && at < text.length; at++) {
		const character = text[at];
		if (inString) {
			if (character === '\\') at++;
			else if (character === '"') inString = false;
		} else if (character === '"') inString = true;
		else if (character === '{') depth++;
		else if (character === '}' && --depth === 0) return text.slice(start, at + 1);
	}
	return '';
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tryDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function fromMilliseconds(value: string | null | undefined): string | undefined {
	if (!value || !/^\d{12,14}$/.test(value)) return undefined;
	return DateTime.fromMillis(Number(value), { zone: 'utc' }).toISO() ?? undefined;
}

/** The zone of this time is not documented; Vietnam time is the natural reading. */
function fromLocalTime(value: string | undefined): string | undefined {
	if (!value) return undefined;
	return isoTime(DateTime.fromFormat(value.trim(), 'dd/MM/yyyy HH:mm:ss', { zone: VIETNAM, locale: 'en' }));
}
