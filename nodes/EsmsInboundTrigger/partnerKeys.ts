import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { PartnerKeys } from '../providers/esms/inboundSignature';

const text = z.string().trim().catch('');
const credentialSchema = z.object({ partnerId: text, partnerPrivateKey: text });

/** n8n shows only this line where a trigger is not activated. */
export const KEYS_MISSING = "The eSMS credential of this trigger lacks 'Partner ID' or 'Partner Key', without which no message can be checked";

/** @returns what eSMS issued for the short code, undefined where the credential lacks one of the two */
export async function partnerKeys(context: IHookFunctions | IWebhookFunctions): Promise<PartnerKeys | undefined> {
	const keys = credentialSchema.parse(await context.getCredentials('zaloZnsEsmsApi'));
	return keys.partnerId === '' || keys.partnerPrivateKey === '' ? undefined : keys;
}
