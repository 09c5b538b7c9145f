import { providers } from '../../providers';
import { webhookSecretsOf } from '../../providers/caresoft/connect';
import { Refusal } from '../../shared/refusal';
import type { TriggerContext } from '../../shared/webhooks/setting';

/** n8n shows only this line where a trigger is not activated. */
export const SECRET_MISSING = "The CareSoft credential of this trigger lacks 'Webhook Secret Key', without which no event can be checked";

/** @returns the keys with which CareSoft may sign (caresoft.md 10.3); none where the credential has none */
export async function webhookSecrets(context: TriggerContext): Promise<string[]> {
	return webhookSecretsOf(await context.getCredentials(providers.caresoft.credentialType));
}

/** Throws Refusal where the credential has no key: the trigger could take no event. */
export async function checkSecrets(context: TriggerContext): Promise<void> {
	if ((await webhookSecrets(context)).length > 0) return;
	throw new Refusal(context.getNode(), SECRET_MISSING, { advice: 'Fill in the key that CareSoft support set up for your webhook, or think of one and give it to them.' });
}
