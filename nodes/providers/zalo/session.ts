import { DateTime } from 'luxon';
import type { ProviderSession } from '../provider';
import { saysTokenIsDead } from './answer';
import { accessTokenOf, secretsOf } from './credential';
import { lostTokens, SPENT } from './tokens';

/** How the access token of an Official Account is kept alive (zalo.md 1.4). */
export const session: ProviderSession = {
	tokenField: 'accessToken',
	renewedFields: ['accessToken', 'refreshToken', 'expiresAt', 'issuedWith'],
	tokenOf: accessTokenOf,
	expiresAt: ({ expiresAt }) => {
		const time = DateTime.fromISO(String(expiresAt ?? ''));
		return time.isValid ? time.toMillis() : undefined;
	},
	secretsOf,
	saysTokenIsDead,
	isSpent: ({ failure }) => failure.code === SPENT,
	lost: () => lostTokens(0),
};
