import type { DeliveryReport } from '../../nodes/domain/deliveryReport';

const OWN_KEYS = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((prototype) => [prototype, Reflect.ownKeys(prototype).length] as const);

/** @returns what was written to the prototypes that all objects share; none is good */
export function pollution(): string[] {
	return OWN_KEYS.filter(([prototype, count]) => Reflect.ownKeys(prototype).length !== count).map(([prototype]) => String(Reflect.ownKeys(prototype).at(-1)));
}

/** One code point that no text may hold: controls that show nothing, and halves of surrogate pairs. */
export const UNPRINTABLE = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

const OUTCOMES = ['delivered', 'failed', 'rejected', 'pending', 'unknown'];
const CHANNELS = ['zns', 'sms', 'viber', 'voice', 'zalo', 'unknown'];
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const MOBILE = /^0[35789]\d{8}$/;

/**
 * Checks that a result is plain data that survives JSON: no functions, no endless numbers, no foreign prototypes.
 * What a provider sent, under `raw`, is only written.
 */
export function expectPlain(value: unknown, path = 'result'): void {
	if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value)) return;
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new Error(`${path} is ${value}`);
		return;
	}
	if (typeof value !== 'object') throw new Error(`${path} is a ${typeof value}`);
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== Array.prototype) throw new Error(`${path} has a prototype of its own`);
	for (const [key, inside] of Object.entries(value)) {
		if (key === 'raw') JSON.stringify(inside);
		else expectPlain(inside, `${path}.${key}`);
	}
}

/** Checks that a text is the time of an event, as it is written everywhere. */
export function expectTime(value: string | null, path: string): void {
	if (value !== null && !(ISO.test(value) && Number.isFinite(Date.parse(value)))) throw new Error(`${path} is the time ${value.slice(0, 60)}`);
}

/** Checks that a text can be the ID of something. */
export function expectId(value: string | null | undefined, path: string): void {
	if (value === null || value === undefined) return;
	if (typeof value !== 'string' || value.trim() === '' || value.length > 200 || UNPRINTABLE.test(value)) {
		throw new Error(`${path} is the ID ${JSON.stringify(value).slice(0, 60)}`);
	}
}

/** Checks everything that a delivery report promises. */
export function expectReport(report: DeliveryReport): void {
	expectPlain(report, 'report');
	if (!OUTCOMES.includes(report.outcome)) throw new Error(`outcome is ${report.outcome}`);
	if (!CHANNELS.includes(report.channel)) throw new Error(`channel is ${String(report.channel)}`);
	if (!/^[0-9a-f]{32}$/.test(report.eventId)) throw new Error(`eventId is ${report.eventId}`);
	if (report.final !== ['delivered', 'failed', 'rejected'].includes(report.outcome)) throw new Error('final does not fit the outcome');
	if ((report.failure !== null) !== ['failed', 'rejected'].includes(report.outcome)) throw new Error('failure does not fit the outcome');
	const { recipient, failure, price } = report;
	if (recipient && 'phone' in recipient && !MOBILE.test(recipient.phone)) throw new Error(`phone is ${recipient.phone}`);
	if (recipient && 'zaloUserId' in recipient && !/^\d{1,20}$/.test(recipient.zaloUserId)) throw new Error(`zaloUserId is ${recipient.zaloUserId.slice(0, 60)}`);
	if (failure && (failure.title.length > 400 || (failure.code ?? '').length > 60)) throw new Error('the failure has no few words');
	if (price && (price.amount < 0 || price.currency !== 'VND')) throw new Error(`price is ${price.amount}`);
	for (const key of ['messageId', 'requestId', 'zaloMessageId', 'oaId', 'templateId', 'ticketId'] as const) expectId(report[key], key);
	for (const key of ['deliveredAt', 'receivedAt'] as const) expectTime(report[key], key);
}
