import { refuse, pass, type Checked } from '../../domain/checked';
import { providers } from '../../providers';
import { webhookKeysOf, type WebhookKeys } from '../../providers/zalo/webhookKeys';
import { Refusal } from '../../shared/refusal';
import type { TriggerContext } from '../../shared/webhooks/setting';

/** @returns what every event is checked with (zalo.md 8.2), or the field that the credential lacks */
export async function webhookKeys(context: TriggerContext): Promise<Checked<WebhookKeys>> {
	const keys = webhookKeysOf(await context.getCredentials(providers.zalo.credentialType));
	if (keys.oaSecretKey === '') return lacking('OA Secret Key');
	return keys.appId === '' ? lacking('App ID') : pass(keys);
}

/** n8n shows only this line where a trigger is not activated. */
function lacking(label: string) {
	return refuse(`The Zalo credential of this trigger lacks '${label}', without which no event can be checked`);
}

/** Throws Refusal where the credential lacks one of them: the trigger could take no event. */
export async function checkKeys(context: TriggerContext): Promise<void> {
	const keys = await webhookKeys(context);
	if (keys.ok) return;
	throw new Refusal(context.getNode(), keys.fault, { advice: "Copy it from Zalo's app console into the credential: the OA Secret Key stands on its page Webhook, and is not the secret key of the app." });
}
