import type { Template, TemplateParameter, TemplatePrice } from '../../domain/template';
import type { ZaloClient } from './client';
import { getTemplateDetails, type TemplateDetails } from './templateDetails';

/**
 * Fetches the definition of a template, as forms, checks and previews know it (zalo.md 4.1).
 *
 * @throws ProviderError where Zalo says no
 */
export async function getTemplate(client: ZaloClient, templateId: string): Promise<Template> {
	return toTemplate(await getTemplateDetails(client, templateId));
}

/** @returns the definition of a template that details tell */
export function toTemplate(details: TemplateDetails): Template {
	const { timeoutMs, priceByPhone, priceByUserId, previewUrl } = details;
	const price: TemplatePrice = { ...(priceByPhone !== null && { phone: priceByPhone }), ...(priceByUserId !== null && { zaloUserId: priceByUserId }) };
	return {
		id: details.templateId,
		name: details.name ?? details.templateId,
		status: details.status ?? '',
		statusReason: details.statusReason ?? '',
		parameters: details.parameters.flatMap(toParameter),
		// Values go by name, so nothing depends on it.
		inOrder: true,
		look: {
			// Zalo gives no text of a template, only a page to look at.
			content: '',
			buttons: details.buttons.map(({ title, content }) => ({ title: title ?? '', target: content ?? '' })),
			...(previewUrl !== null && { previewUrl }),
		},
		...(timeoutMs !== null && timeoutMs > 0 && { timeoutMs }),
		...(Object.keys(price).length > 0 && { price }),
	};
}

function toParameter({ name, required, minLength, maxLength, acceptsEmpty }: TemplateDetails['parameters'][number]): TemplateParameter[] {
	if (name === null) return [];
	return [{
		name,
		// Only `STRING` is known of the types (zalo.md 4.1): no other word says which form a value must have.
		kind: 'text',
		required: required ?? true,
		// 0, null and what is below stand for no limit.
		...(maxLength !== null && maxLength > 0 && { maxLength }),
		...(minLength !== null && minLength > 0 && { minLength }),
		acceptsEmpty: acceptsEmpty ?? false,
	}];
}
