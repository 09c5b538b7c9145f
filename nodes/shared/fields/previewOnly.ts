import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import type { RequestContext } from '../context';

/** Field of every operation that sends. */
export const previewOnlyField: INodeProperties = {
	displayName: 'Preview Only',
	name: 'previewOnly',
	type: 'boolean',
	default: false,
	description: 'Whether to only check each message and show how it will look, without sending it. The picture is in the binary data of the item.',
};

/**
 * @returns whether nothing may be sent
 * @throws NodeOperationError where an expression does not give the same answer for all items: a run sends or it does not
 */
export function isPreviewOnly(context: RequestContext): boolean {
	const given: unknown = context.getNode().parameters?.[previewOnlyField.name];
	// Most nodes hold a plain answer, which costs a run of thousands nothing.
	if (typeof given !== 'string') return given === true;
	// The lists of the editor and callbacks send nothing.
	return 'getInputData' in context && evaluated(context);
}

function evaluated(context: IExecuteFunctions): boolean {
	const answers = new Set<unknown>(context.getInputData().map((_, item) => context.getNodeParameter(previewOnlyField.name, item)));
	const [answer] = answers;
	if (answers.size === 1 && typeof answer === 'boolean') return answer;
	const what = answers.size > 1 ? 'is not the same for all items' : 'is neither true nor false';
	throw new NodeOperationError(context.getNode(), `${previewOnlyField.displayName} ${what}`, {
		description: `Let the expression in '${previewOnlyField.displayName}' give true or false, the same for every item. Nothing was sent.`,
	});
}
