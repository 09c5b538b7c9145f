/** Texts of Zalo's error codes (zalo.md 9.2 for ZNS, 9.3 for messages to a user id); -114 is verbatim from the callback sample of esms.md 12.2. */
const TEXTS: Readonly<Record<string, string>> = {
	'-100': 'Unknown error, please try again later',
	'-108': 'Phone number is invalid',
	'-109': 'Template id is invalid',
	'-110': 'Zalo version of the user is not supported',
	'-111': 'Template has no data',
	'-112': 'Template data is invalid',
	'-114': 'User is inactive, or reject the message, or using an outdated Zalo version, or other internal errors',
	'-115': 'Out of quota',
	'-117': 'OA has no permission for this template',
	'-118': 'Zalo account not existed',
	'-119': 'Account can not receive ZNS',
	'-124': 'Access token is invalid',
	'-131': 'Template is not approved',
	'-132': 'Parameter is invalid',
	'-133': 'This template must not be sent at night',
	'-135': 'OA has no permission to send ZNS',
	'-137': 'Charge failed, balance is not enough',
	'-139': 'User refuses this kind of ZNS',
	'-140': 'User is not eligible for this kind of ZNS',
	'-141': 'User refuses ZNS from this OA',
	'-144': 'OA is over its daily limit',
	'-147': 'Template is over its daily limit',
	'-201': 'user_id is invalid!',
	'-211': 'Feature quota is used up',
	'-213': 'User has not followed the OA',
	'-217': 'User blocked the invitation of the OA',
	'-218': 'Over the limit of messages to this user',
	'-227': 'User is banned or has been inactive for more than 45 days',
	'-230': 'User has not interacted with the OA in the past 7 days',
	'-232': 'User has not interacted with the OA, or the interaction is expired',
	'-233': 'Message type is not supported',
	'-234': 'Message must not be sent at night',
	'-244': 'User has restricted this type of message',
	'-248': 'Message violates the standards of the platform',
	'-249': 'Template can not be sent by user id',
	'-321': 'Zalo Cloud Account can not be charged',
	'-1121': 'A parameter is longer than allowed',
};

/** A failure in a few words, for the page. */
export const ZALO_REASONS: Readonly<Record<string, string>> = {
	'-114': 'cannot receive',
	'-118': 'no Zalo account',
	'-119': 'account cannot receive ZNS',
	'-110': 'Zalo app too old',
	'-139': 'refused this kind of message',
	'-140': 'not eligible',
	'-141': 'refused this OA',
	'-144': 'OA over its daily limit',
	'-147': 'template over its daily limit',
	'-133': 'not at night',
	'-131': 'template not approved',
	'-124': 'access token invalid',
	'-201': 'user id invalid',
	'-213': 'does not follow the OA',
	'-217': 'blocked the OA',
	'-218': 'over the limit for this user',
	'-227': 'account inactive for 45 days',
	'-230': 'no interaction in 7 days',
	'-232': 'no interaction',
	'-234': 'not at night',
	'-244': 'restricted this kind of message',
	'-1121': 'parameter too long',
};

/** The message Zalo gives with a code. */
export function zaloMessage(code: number): string {
	return TEXTS[String(code)] ?? 'Unknown error, please try again later';
}

/** Zalo codes that mean this person cannot be reached or has opted out (zalo.md 9.2, UNREACHABLE and REFUSED). */
export const PERSON_CODES: ReadonlySet<number> = new Set([-110, -114, -118, -119, -139, -140, -141]);
