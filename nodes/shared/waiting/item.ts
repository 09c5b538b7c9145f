import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import type { DeliveryReport, Outcome } from '../../domain/deliveryReport';
import { CHANNELS, type SendReceipt } from '../../domain/sendReceipt';
import type { AskedMessage } from '../../providers/provider';

/** A report as an item holds it: nothing is known of its message but the receipt, or what became of it. */
export type ItemReport = IDataObject & { outcome: Outcome };

/** What an item is told by while its message is under way. */
const pendingSchema = z
	.object({
		provider: z.string(),
		channel: z.enum(CHANNELS).catch('unknown'),
		messageId: z.string().nullable(),
		requestId: z.string().nullish(),
		recipient: z.record(z.string()).nullish(),
		oaId: z.string().nullish(),
	})
	.passthrough();

/** The report of a message that is under way. */
export type PendingReport = z.output<typeof pendingSchema>;

/**
 * @param asked by what it was sent
 * @returns the report of a message of which nothing is known but its receipt
 */
export function pendingReport({ provider, channel, messageId, requestId, recipient, status }: SendReceipt, { officialAccountIds: [oaId] = [], templateId }: Omit<AskedMessage, 'messageId'> = {}): ItemReport {
	return {
		provider,
		channel,
		messageId,
		requestId,
		recipient,
		outcome: status === 'duplicate' ? 'unknown' : 'pending',
		final: false,
		failure: null,
		...(oaId !== undefined && { oaId }),
		...(templateId !== undefined && { templateId }),
	};
}

/** @returns the report with what the receipt knew and the report leaves open */
export function completed(report: DeliveryReport, pending: IDataObject): ItemReport {
	const known = Object.fromEntries(Object.entries(report).filter(([, value]) => value !== null));
	const { channel } = report;
	const told = Object.fromEntries(Object.entries(pending).filter(([name]) => name !== 'noResult'));
	return {
		...(report as unknown as IDataObject),
		...told,
		...(known as IDataObject),
		// eSMS may report on the Zalo user behind a phone number; whoever falls back needs the number.
		recipient: { ...(pending.recipient as IDataObject), ...report.recipient },
		channel: channel === 'unknown' ? (pending.channel as string) : channel,
		outcome: report.outcome,
	};
}

/** @returns the item as the branches get it: its own fields first, and the report behind them */
export function withReport(input: IDataObject, reportField: string, report: IDataObject, noResult?: string): IDataObject {
	const fields = Object.entries(input).filter(([name]) => name !== reportField);
	return { ...Object.fromEntries(fields), [reportField]: { ...report, ...(noResult !== undefined && { noResult }) } };
}

/** @returns the item with the files of the input, which it left behind on its way */
export function withFiles(item: INodeExecutionData, input?: INodeExecutionData): INodeExecutionData {
	return { ...item, ...(input?.binary && { binary: input.binary }) };
}

/** @returns the report of an item that waits; undefined where it is none */
export function readPending(item: unknown, reportField: string): PendingReport | undefined {
	const fields = z.record(z.unknown()).safeParse(item);
	const report = pendingSchema.safeParse(fields.data?.[reportField]);
	return report.success ? report.data : undefined;
}
