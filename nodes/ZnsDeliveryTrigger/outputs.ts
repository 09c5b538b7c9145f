import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from '../domain/deliveryReport';
import type { TriggerReport } from './received';

/** Outputs in the order of the node: Delivered, Not Delivered, Other. */
const OUTPUTS: Record<Outcome, number> = { delivered: 0, failed: 1, rejected: 1, pending: 2, unknown: 2 };
const OTHER = 2;
const OUTPUT_COUNT = 3;

/**
 * @param other whether it leaves by Other, whatever it says: what was not confirmed must not look like a fact
 * @returns the data of all outputs, with the report on the one that fits it
 */
export function toOutputs(report: TriggerReport, other = false): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = Array.from({ length: OUTPUT_COUNT }, () => []);
	const output = other ? OTHER : OUTPUTS[report.outcome];
	// What came stands behind what it means: it is long, and whether the report is confirmed must not be looked for below it.
	const { raw, ...told } = report;
	outputs[output]?.push({ json: { ...told, raw } as unknown as IDataObject });
	return outputs;
}
