import { providers } from '../providers';
import { partnerKeysOf, type PartnerKeys } from '../providers/esms/inboundSignature';
import type { TriggerContext } from '../shared/webhooks/setting';

/** n8n shows only this line where a trigger is not activated. */
export const KEYS_MISSING = "The eSMS credential of this trigger lacks 'Partner ID' or 'Partner Key', without which no message can be checked";

/** @returns what eSMS issued for the short code, undefined where the credential lacks one of the two */
export async function partnerKeys(context: TriggerContext): Promise<PartnerKeys | undefined> {
	return partnerKeysOf(await context.getCredentials(providers.esms.credentialType));
}
