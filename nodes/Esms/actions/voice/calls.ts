import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { esmsSendOptions, readOptions, sendOptionsField } from '../../../shared/fields/sendOptions';
import { readOptionalWholeNumber } from '../../../shared/fields/wholeNumber';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';

/** @returns the options of a call; neither a campaign nor a sandbox is documented for it (esms.md 9) */
export function callOptionsField(more: INodeProperties[]): INodeProperties {
	return sendOptionsField(more, ['campaign', 'sandbox']);
}

/**
 * @returns the whole number of an option, undefined where it is not set
 * @throws NodeOperationError where it is none, or out of its range
 */
export function readWholeOption(context: IExecuteFunctions, itemIndex: number, { name, displayName }: INodeProperties, least = 0, most?: number): number | undefined {
	return readOptionalWholeNumber(context, itemIndex, { name: `options.${name}`, displayName, least, most });
}

/** Makes one call per item; the report on a call does not come within the run. */
export async function makeCalls(
	context: IExecuteFunctions,
	prepare: (itemIndex: number) => Promise<PreparedSend>,
): Promise<INodeExecutionData[][]> {
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(context, 0);
	return [await sendItems(context, { provider: 'esms', requestsPerSecond, prepare })];
}
