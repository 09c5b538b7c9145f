import { NodeConnectionTypes, type ExpressionString, type INodeExecutionData, type IWebhookDescription } from 'n8n-workflow';
import type { Outcome } from '../../domain/deliveryReport';
import { isWaiting } from './isWaiting';

/** Outputs while a node waits. The first gets the time-out in every version of n8n (n8n.md 4.5). */
export const OUTPUT_NAMES = ['No Result', 'Delivered', 'Not Delivered'];

const OUTPUTS: Record<Outcome, number> = { pending: 0, unknown: 0, delivered: 1, failed: 2, rejected: 2 };

/** One output, or one for each result while the node waits and routes. */
export const outputsExpression: ExpressionString = `={{ ${isWaiting} && $parameter["routeResults"] !== "single" ? ${JSON.stringify(
	OUTPUT_NAMES.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
)} : ["${NodeConnectionTypes.Main}"] }}`;

/** Shown on the canvas while a run waits. */
export const WAITING_TOOLTIP = 'Waiting for the delivery report';

/**
 * What eSMS calls while a run waits: with its token, at the ID of the node (n8n.md 4.3). Without `responseData`, even
 * empty, n8n 2.41 answers the word `firstEntryJson` where the run goes on.
 */
export const deliveryWebhooks: IWebhookDescription[] = (['GET', 'POST'] as const).map((httpMethod) => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	isFullPath: true,
	restartWebhook: true,
}));

/** An item with what became of its message. */
export interface Result {
	item: INodeExecutionData;
	outcome: Outcome;
}

/** @returns the items of all outputs, each on the one of its outcome */
export function toOutputs(results: readonly Result[], routed: boolean): INodeExecutionData[][] {
	if (!routed) return [results.map(({ item }) => item)];
	return OUTPUT_NAMES.map((_, index) => results.filter(({ outcome }) => OUTPUTS[outcome] === index).map(({ item }) => item));
}
