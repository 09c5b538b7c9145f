import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { isRecord } from '../../domain/isRecord';
import type { Template } from '../../domain/template';
import { ProviderError } from '../../providers/providerError';
import { asNodeError } from '../pickers/asNodeError';
import { asText, formOf } from './form';

/**
 * Makes the form of a template, or says in its place why there is none: of an error the editor of n8n 2.41 shows no more
 * than "Can't get parameters". It forgets what was filled in where it gets an empty form, so that values are kept unless
 * the template itself is the matter.
 *
 * @param fetch gets the template
 * @throws NodeError where values would be lost
 */
export async function formOrReason(context: ILoadOptionsFunctions, fetch: () => Promise<Template>): Promise<ResourceMapperFields> {
	let cause: unknown;
	const noting = async () => await fetch().catch((error: unknown) => {
		cause = error;
		throw error;
	});
	return await asNodeError(context, noting).then((template) => formOf(template, isFilledIn(context)), (error: Error & { description?: string | null }) => {
		if (isFilledIn(context) && !isAboutTemplate(cause)) throw error;
		const sentence = `${error.message.replace(/\.$/, '')}. ${error.description ?? ''}`;
		return { fields: [], emptyFieldsNotice: asText(sentence.trim()) };
	});
}

function isAboutTemplate(error: unknown): boolean {
	return error instanceof ProviderError && error.details.failure.class === 'template';
}

function isFilledIn(context: ILoadOptionsFunctions): boolean {
	const form: unknown = context.getCurrentNodeParameter('templateParameters');
	const values = isRecord(form) ? form.value : undefined;
	return isRecord(values) && Object.values(values).some((value) => value !== null && value !== '');
}
