import type { EsmsSettings } from '../settings.mjs';
import { member, text, UnreadableBody, type Body } from './body.mjs';

/** The journey a message belongs to, none, or the code of a refusal. */
export type Journey = { orderId?: string } | { code: string; problem: string };

/** `IsJourney` and the `OrderId` it makes mandatory (esms.md 3.4); no code is documented for a missing one. */
export function readJourney(body: Body, settings: EsmsSettings): Journey {
	const orderId = text(body, 'OrderId');
	if (!isJourney(member(body, 'IsJourney'), settings.journey.flag)) return {};
	return orderId === '' ? { code: settings.invalidFieldCode, problem: 'OrderId is missing' } : { orderId };
}

function isJourney(flag: unknown, form: EsmsSettings['journey']['flag']): boolean {
	if (flag === undefined || flag === null) return false;
	if (typeof flag === 'boolean') return flag;
	if (form === 'either' && (flag === 'true' || flag === 'false')) return flag === 'true';
	throw new UnreadableBody();
}
