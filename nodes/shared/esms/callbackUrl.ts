import { isHttps, parseUrl } from '../../domain/publicUrl';
import type { Field, Item } from '../fields/item';
import { calledUrl } from '../fields/kinds/url';
import type { Run } from '../run/run';

/** Something about an address at which eSMS may be called in vain, though nobody can be sure. */
interface Doubt {
	applies(url: URL): boolean;
	/** The rest of a sentence that begins with the field. */
	says: string;
	/** Whether it is one only where the real eSMS calls. */
	onlyLive?: boolean;
}

const DOUBTS: readonly Doubt[] = [
	{
		applies: ({ href }) => !isHttps(href),
		says: 'starts with http://. eSMS asks for https since February 2026; whether it still calls http is not documented, so reports may not come. Give the https address of your n8n.',
		onlyLive: true,
	},
	{
		applies: ({ pathname }) => /\/webhook-test\//.test(pathname),
		says: "is a test URL: reports reach it only while the editor listens, which is for two minutes after 'Execute step' of the trigger. Give its production URL before you send to customers.",
	},
	{
		applies: ({ pathname }) => /\/workflow\/[A-Za-z\d]{10,}(?:\/|$)/.test(pathname),
		says: 'looks like a page of the n8n editor, where no report starts anything. Open the trigger and copy its production URL.',
	},
	{
		// Reserved for examples (RFC 2606, 3).
		applies: ({ hostname }) => /(?:^|\.)example\.(?:com|net|org)$/i.test(hostname),
		says: 'is the address of an example, where no report arrives. Replace it by the production URL of your trigger.',
		onlyLive: true,
	},
	{
		applies: ({ hash }) => hash !== '',
		says: 'holds a #. What stands behind it never reaches a server, and that may be all that eSMS has to say. Remove the # and what follows.',
	},
];

/**
 * Reads the address at which eSMS is to call. It does so from the internet, since February 2026 over https, and says
 * nothing where it cannot (esms.md 12.1). Whatever query the address has stays as it is.
 *
 * @returns the address, undefined where none is given; what may go wrong with it is pointed out
 * @throws Refusal where eSMS can never reach it; nothing was sent
 */
export function readCallbackUrl({ live, pointOut }: Pick<Run, 'live' | 'pointOut'>, item: Item, field: Field): string | undefined {
	const url = item.optional(field, calledUrl(live));
	const parsed = url === undefined ? undefined : parseUrl(url);
	if (!parsed) return undefined;
	for (const { applies, says, onlyLive } of DOUBTS) if ((live || !onlyLive) && applies(parsed)) pointOut(`${field.displayName} ${says}`);
	return url;
}
