import type { IBinaryData, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ProviderRequest } from '../../providers/transport';
import { page } from '../preview/page';
import type { Preview } from '../preview/preview';
import type { Run } from '../run/run';
import { Withheld } from '../run/withhold';
import { toExecutions } from './results';
import type { SendRequest, SendResult, SendTerms } from './types';

/** n8n's editor opens what is announced as text, and then draws it by its file type; HTML announced as such it only downloads. */
const OPENED_AS = { mimeType: 'text/plain', fileType: 'html' } as const;

/**
 * Shows prepared requests instead of making them.
 *
 * @param refused what is known already of the items that are in no request
 * @returns one item for each input item, in their order: what would be sent and how it looks, or a failure item
 */
export async function previewRequests(
	run: Run,
	terms: SendTerms,
	requests: readonly SendRequest[],
	refused: ReadonlyMap<number, SendResult>,
): Promise<INodeExecutionData[]> {
	const { context } = run;
	const results = new Map(refused);
	for (const request of requests) {
		const withheld = await withheldOf(request);
		for (const [at, item] of request.items.entries()) results.set(item, await toResult(run, request, at, withheld));
	}
	context.addExecutionHints({
		message: "Nothing was sent: 'Preview Only' is on. Select View in the binary data of an item to see how its message will look.",
		type: 'warning',
		location: 'outputPane',
	});
	return toExecutions(run, terms, run.items.map(({ index }) => results.get(index) as SendResult));
}

/** @param at place of the item in its request */
async function toResult({ context, provider }: Run, { items, previews }: SendRequest, at: number, withheld: ProviderRequest): Promise<SendResult> {
	const { picture, channel, recipient, requestId = null } = previews?.[at] as Preview;
	const receipt = {
		preview: true,
		status: 'preview',
		provider: provider.name,
		channel,
		recipient,
		requestId,
		// Once for all its items: with 500 messages each, it would fill the memory.
		...(at === 0 && { request: shown(withheld) }),
		...(items.length > 1 && { batch: { requestInItem: items[0], items: items.length } }),
	};
	return { receipt, binary: { preview: await toBinary(context, page(picture()), `preview-${channel}-${items[at]}.html`) } };
}

/** Lets the send of an operation go up to the point where its request would leave. */
async function withheldOf(request: SendRequest): Promise<ProviderRequest> {
	const stopped = await request.send().catch((error: unknown) => error);
	if (stopped instanceof Withheld) return stopped.request;
	throw stopped instanceof Error ? stopped : new TypeError('A message of a preview got past the transport');
}

/** @returns the request as the item shows it; the credential adds its keys later, so they are not in it */
function shown({ method, url, query, body }: ProviderRequest): IDataObject {
	const { origin, pathname } = new URL(url);
	return { method, url: `${origin}${pathname}`, ...(query && { query }), ...(body && { body: body as IDataObject }) };
}

async function toBinary(context: IExecuteFunctions, markup: string, fileName: string): Promise<IBinaryData> {
	const stored = await context.helpers.prepareBinaryData(Buffer.from(markup, 'utf8'), fileName, OPENED_AS.mimeType);
	return { ...stored, fileType: OPENED_AS.fileType };
}
