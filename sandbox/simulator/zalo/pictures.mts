import type { FollowerSettings } from '../messageSettings.mjs';
import { BrokenRule, url } from './shape.mjs';

/** The formats of a picture (esms.md 5.2, 5.4, 6.4). */
export const PICTURES: readonly string[] = ['jpg', 'jpeg', 'png'];

/** A picture under https with one of the given endings, as far as it shows one; throws a BrokenRule. */
export function checkPicture(
	value: unknown,
	at: string,
	endings: readonly string[],
	rule: FollowerSettings['bannerExtension'],
): void {
	const { pathname } = url(value, ['https:'], at);
	if (rule === 'unchecked') return;
	const ending = /\.([a-z0-9]+)$/i.exec(pathname)?.[1]?.toLowerCase();
	if (ending === undefined && rule === 'ifAny') return;
	if (!endings.includes(ending ?? '')) throw new BrokenRule(`${at} must be a ${endings.filter((name) => name !== 'jpeg').join(' or a ')}`);
}
