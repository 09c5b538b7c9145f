import { z } from 'zod';
import { expectOk, parseData, readAnswer } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { textSchema } from './fieldSchemas';
import { omitUndefined } from './send';

/** The same request waits for its decision already (esms.md 11). */
const PENDING = '199';

/** The code alone says whether it was taken. The tables write `ServicepreviewId` (esms.md 11). */
const registrationSchema = z.object({
	ServicePreviewId: textSchema,
	ServicepreviewId: textSchema,
	ErrorMessage: textSchema,
});

/** What eSMS says of a registration, on which people decide later. */
export interface Registration {
	/** ID of the registration at eSMS; null where the answer carries none. */
	registrationId: string | null;
	/** `duplicate`: the same registration waits for its decision already. */
	status: 'accepted' | 'duplicate';
	/** What eSMS is doing with it, in its own words. */
	message: string | null;
}

/** A template of Zalo (esms.md 11). */
export interface ZaloTemplateDraft {
	officialAccountId: string;
	/** 24 priority, 25 normal (esms.md 1.9). */
	typeId: '24' | '25';
	content: string;
	/** PNG of 400 × 69 pixels. */
	logoUrl: string;
	buttons: { first?: string; second?: string };
	callbackUrl?: string;
}

/** A text of a brandname (esms.md 11). */
export interface SmsTemplateDraft {
	brandname: string;
	/** 2 customer care, 8 fixed number (esms.md 1.9). */
	typeId: '2' | '8';
	content: string;
	unicode?: boolean;
	assetsUrl?: string;
	customer: { email?: string; name?: string; phone?: string };
	callbackUrl?: string;
}

/** A package of an Official Account (esms.md 11). */
export interface PackageOrder {
	officialAccountId: string;
	/** 1 trial, 2 advanced, 3 premium. */
	package: '1' | '2' | '3';
	/** `yyyy-MM-dd` */
	activeFrom: string;
	/** In a unit that is not documented. */
	duration: number;
}

/**
 * Asks eSMS to register a template of Zalo (esms.md 11).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function registerZaloTemplate(client: EsmsClient, draft: ZaloTemplateDraft): Promise<Registration> {
	return await register(client, PATHS.registerZaloTemplate, {
		OAID: draft.officialAccountId,
		SmsType: draft.typeId,
		Content: draft.content,
		ImageUrl: draft.logoUrl,
		CTA1: draft.buttons.first,
		CTA2: draft.buttons.second,
		CallbackUrl: draft.callbackUrl,
	});
}

/**
 * Asks eSMS to register a text of a brandname (esms.md 11).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function registerSmsTemplate(client: EsmsClient, draft: SmsTemplateDraft): Promise<Registration> {
	return await register(client, PATHS.registerSmsTemplate, {
		Brandname: draft.brandname,
		ServiceType: 2,
		SmsType: draft.typeId,
		Content: draft.content,
		IsUnicode: draft.unicode === undefined ? undefined : draft.unicode ? '1' : '0',
		AssetsUrl: draft.assetsUrl,
		CustomerEmail: draft.customer.email,
		CustomerName: draft.customer.name,
		CustomerPhone: draft.customer.phone,
		CallbackUrl: draft.callbackUrl,
	});
}

/**
 * Buys a package for an Official Account (esms.md 11).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function buyPackage(client: EsmsClient, order: PackageOrder): Promise<Registration> {
	return await register(client, PATHS.buyPackage, {
		OAID: order.officialAccountId,
		Package: order.package,
		Dateactive: order.activeFrom,
		// Spelled so by eSMS.
		Duaration: String(order.duration),
	});
}

async function register(client: EsmsClient, path: string, body: Record<string, unknown>): Promise<Registration> {
	const answer = await post(client, path, omitUndefined(body));
	const read = readAnswer(answer);
	const pending = read.code === PENDING;
	if (!pending) expectOk(read, answer.status);
	const { ServicePreviewId, ServicepreviewId, ErrorMessage } = parseData(read, answer.status, registrationSchema);
	return {
		registrationId: ServicePreviewId ?? ServicepreviewId,
		status: pending ? 'duplicate' : 'accepted',
		message: ErrorMessage,
	};
}
