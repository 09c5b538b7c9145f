import { z } from 'zod';
import { escapeXml } from '../../domain/xml';
import type { ProviderAnswer } from '../transport';
import { readData } from './answer';
import { get, post, postXml, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { countSchema, moneySchema, type Money } from './fieldSchemas';

const estimateSchema = z.object({ TotalPrice: moneySchema, TotalReceiver: countSchema });

/** What a message would cost. */
export interface Estimate {
	total: Money;
	/** How many receivers eSMS counts; null where it does not tell. */
	receivers: number | null;
}

/** A ZNS whose price is asked for. */
export interface ZnsToEstimate {
	officialAccountId: string;
	templateId: string;
	/** National form, e.g. `0901888484`. */
	phone: string;
	/** In the order of the template. */
	values: string[];
}

/** A customer-care SMS whose price is asked for. */
export interface SmsToEstimate {
	brandname: string;
	/** National form. */
	phone: string;
	content: string;
	unicode: boolean;
}

/** An advertising SMS whose price is asked for. */
export interface AdvertisingToEstimate {
	brandname: string;
	/** National form. */
	phones: string[];
	content: string;
}

/**
 * Asks what a ZNS would cost; its values go by position even here (esms.md 10.18).
 *
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function estimateZns(client: EsmsClient, message: ZnsToEstimate): Promise<Estimate> {
	const { officialAccountId, templateId, phone, values } = message;
	return readEstimate(
		await post(client, PATHS.estimateZns, { OAID: officialAccountId, TempID: templateId, Phone: phone, Params: values }),
	);
}

/**
 * Asks what a customer-care SMS would cost (esms.md 10.18).
 *
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function estimateSms(client: EsmsClient, message: SmsToEstimate): Promise<Estimate> {
	const { brandname, phone, content, unicode } = message;
	const query = { Phone: phone, Content: content, SmsType: '2', BrandName: brandname, IsUnicode: unicode ? '1' : '0' };
	return readEstimate(await get(client, PATHS.estimateSms, query));
}

/**
 * Asks what an advertising SMS would cost (esms.md 10.18). The members of the XML are those of the
 * sending calls in XML (esms.md 7.5), because the page names none.
 *
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function estimateAdvertising(client: EsmsClient, message: AdvertisingToEstimate): Promise<Estimate> {
	const customers = message.phones.map((phone) => `<CUSTOMER>${element('PHONE', phone)}</CUSTOMER>`).join('');
	const members = [
		element('CONTENT', message.content),
		element('SMSTYPE', '1'),
		element('BRANDNAME', message.brandname),
		`<CONTACTS>${customers}</CONTACTS>`,
	];
	return readEstimate(await postXml(client, PATHS.estimateAdvertising, members.join('')));
}

function element(name: string, text: string): string {
	return `<${name}>${escapeXml(text)}</${name}>`;
}

function readEstimate(answer: ProviderAnswer): Estimate {
	const { TotalPrice, TotalReceiver } = readData(answer, estimateSchema);
	return { total: TotalPrice, receivers: TotalReceiver };
}
