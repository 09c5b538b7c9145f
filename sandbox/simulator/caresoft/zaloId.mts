import { recipientScript } from '../recipients.mjs';

/** Zalo's refusal of a number without an account (zalo.md 9.2). */
const NO_ACCOUNT = -118;

/** The Zalo id of the person with this number (national form) for the OA; undefined without a Zalo account. */
export function zaloIdOf(phone: string): string | undefined {
	return recipientScript(phone).zaloFailure === NO_ACCOUNT ? undefined : `5${phone.slice(1).padStart(18, '0')}`;
}
