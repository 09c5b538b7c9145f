import type { IExecuteFunctions } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { isWebUrl } from '../../domain/zalo/rules';
import { itemFault, readOptionalText } from './text';

/**
 * @returns the URL of a field, '' where it is empty
 * @throws NodeOperationError where it is no URL of the web
 */
export function readOptionalWebUrl(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string {
	const url = readOptionalText(context, itemIndex, name);
	if (url === '' || isWebUrl(url)) return url;
	throw itemFault(context, itemIndex, `${displayName} ${quote(url)} is not a URL, it must start with https://`, `Correct the value of '${displayName}' for this item.`);
}
