import { providers } from '../providers';
import { partnerKeysOf, type PartnerKeys } from '../providers/esms/inboundSignature';
import { Refusal } from '../shared/refusal';
import type { TriggerContext } from '../shared/webhooks/setting';

/** n8n shows only this line where a trigger is not activated. */
export const KEYS_MISSING = "The eSMS credential of this trigger lacks 'Partner ID' or 'Partner Key', without which no message can be checked";

/** @returns what eSMS issued for the short code, undefined where the credential lacks one of the two */
export async function partnerKeys(context: TriggerContext): Promise<PartnerKeys | undefined> {
	return partnerKeysOf(await context.getCredentials(providers.esms.credentialType));
}

/** @returns why the trigger cannot be activated without them */
export function withoutKeys(context: TriggerContext): Refusal {
	return new Refusal(context.getNode(), KEYS_MISSING, { advice: 'Fill in both in the credential. eSMS issues them together with the short code.' });
}
