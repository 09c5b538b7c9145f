import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { toNfc } from '../../domain/text';
import { pickerError } from './pickerError';

/** What the editor shows in place of a list that has no entry at all, where it would only say "No results". */
export interface Nothing {
	message: string;
	/** How to come by an entry. */
	description: string;
}

/**
 * Keeps what contains the words of the user, whatever case and diacritics they typed.
 *
 * @throws NodeApiError where there is nothing to choose from, whatever they type
 */
export function toResult(
	context: ILoadOptionsFunctions,
	entries: INodeListSearchItems[],
	filter: string | undefined,
	{ message, description }: Nothing,
): INodeListSearchResult {
	if (entries.length === 0) throw pickerError(context.getNode(), message, description);
	const wanted = fold(filter ?? '');
	return {
		results: entries.filter(({ name }) => fold(name).includes(wanted)).sort((a, b) => a.name.localeCompare(b.name, 'vi')),
	};
}

function fold(text: string): string {
	return toNfc(text).normalize('NFD').replace(/\p{Mn}/gu, '').replace(/đ/gi, 'd').toLowerCase().trim();
}
