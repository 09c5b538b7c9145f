import type { DeliveryReport } from '../../../../nodes/domain/deliveryReport';
import { readCallback } from '../../../../nodes/providers/esms/callback';

/** When the callbacks of the tests come in. */
export const RECEIVED = new Date('2026-11-21T08:00:00.000Z');

/** A callback URL as it was given to eSMS. */
export const HOOK = 'https://n8n.example.com/webhook/b1946ac9/zns-delivery';

/** Every way in which eSMS may join its parameters to the URL it was given (esms.md 12.5). */
export const joins: Array<[string, string]> = [
	['a plain URL and ?', `${HOOK}?`],
	['a URL with a query and &', `${HOOK}?signature=3f2a&cb=1&`],
	['a URL with a query and a second ?', `${HOOK}?signature=3f2a&cb=1?`],
	['a URL whose query ends in an empty value and &', `${HOOK}?signature=3f2a&cb=&`],
	['a URL whose query ends in an empty value and a second ?', `${HOOK}?signature=3f2a&cb=?`],
	['a URL whose query has no value and a second ?', `${HOOK}?cb?`],
	['a URL that ends in ? and a second ?', `${HOOK}??`],
];

/** @returns the report of a callback that must be taken */
export function reportOf(query: Record<string, unknown>): DeliveryReport {
	const report = readCallback(query, RECEIVED);
	if (!report.ok) throw new Error(report.fault);
	return report.value;
}

/** @returns why a callback that must be refused is refused */
export function faultOf(query: Record<string, unknown>): string {
	const report = readCallback(query, RECEIVED);
	if (report.ok) throw new Error('The callback passed');
	return report.fault;
}
