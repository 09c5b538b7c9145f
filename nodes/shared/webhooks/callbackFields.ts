import type { IWebhookFunctions } from 'n8n-workflow';

/**
 * Takes the fields of a delivery callback: everything in the query of a GET; a POST is tolerated (esms.md 12).
 * Of its body only texts and numbers count, as a callback has nothing else: n8n hands over whatever was posted, also one text
 * of megabytes, which would fall apart into as many fields as it has characters.
 *
 * @returns the fields as the web server decoded them
 */
export function callbackFields(context: IWebhookFunctions): Record<string, unknown> {
	const query = context.getQueryData() as Record<string, unknown>;
	if (context.getRequestObject().method !== 'POST') return query;
	const body: unknown = context.getBodyData();
	if (typeof body !== 'object' || body === null) return query;
	return { ...Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string' || typeof value === 'number')), ...query };
}
