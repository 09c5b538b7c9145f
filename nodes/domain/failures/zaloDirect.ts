import type { FailureClass } from '../failure';

/** How a user gets new tokens: only an administrator of the Official Account can give them (zalo.md 1.4). */
export const CONNECT_AGAIN =
	'Connect this Official Account again: let an administrator of it allow your Zalo application on its consent page, exchange the code for tokens, and put the new refresh token into the Refresh Token of the credential.';

const NEW_SECRET = 'Copy the App Secret again from the settings of your Zalo application into the credential.';
const APPLICATION = 'Check the App ID of the credential, and that the application is activated and linked to the Official Account in its settings at Zalo. Every message is affected until then.';

/**
 * What to do about a code where Zalo itself answers, without a provider between that holds application and tokens;
 * all other codes mean the same either way (zalo.md 9.2, 9.3).
 */
export const DIRECT_ADVICE: ReadonlyMap<string, string> = new Map([
	['-101', APPLICATION],
	['-102', APPLICATION],
	['-103', APPLICATION],
	['-104', NEW_SECRET],
	['-105', APPLICATION],
	['-120', 'Allow this feature for your application and for the Official Account in their settings at Zalo. Every message is affected until then.'],
	['-124', CONNECT_AGAIN],
	['-1241', `${NEW_SECRET} Or switch off Use App Secret Proof in it.`],
	['-138', 'Ask Zalo to allow your application to send by phone number. Every message is affected until then.'],
	['-209', APPLICATION],
	['-212', APPLICATION],
	['-216', CONNECT_AGAIN],
	['-219', APPLICATION],
	['-220', CONNECT_AGAIN],
	['-223', 'Allow your application this right of the Official Account: its administrator does so on the consent page. Every message is affected until then.'],
	['-242', `${NEW_SECRET} Or switch off Use App Secret Proof in it.`],
	['-14002', 'Copy the App ID again from the settings of your Zalo application into the credential. Nothing was sent.'],
	['-14003', 'Check the callback URL and the code verifier with which you fetched the first tokens. Nothing was sent.'],
	['-14014', `${CONNECT_AGAIN} Nothing was sent.`],
]);

/** What to do about a class of failures whose standard advice is to ask a provider: there is none but Zalo. */
export const DIRECT_CLASS_ADVICE: Partial<Record<FailureClass, string>> = {
	account: 'Ask the administrator of the Official Account or of the application to correct its setup at Zalo. Every message is affected until then.',
	unknown: 'Look the code up at Zalo, or ask its support what happened, before you use another channel.',
};
