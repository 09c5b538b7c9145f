import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from '../domain/deliveryReport';
import type { TriggerReport } from './received';

/** Outputs in the order of the node: Delivered, Not Delivered, Other. */
const OUTPUTS: Record<Outcome, number> = { delivered: 0, failed: 1, rejected: 1, pending: 2, unknown: 2 };
const OTHER = 2;
const OUTPUT_COUNT = 3;

/** @returns the data of all outputs, with the report on the one that fits it */
export function toOutputs(report: TriggerReport): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = Array.from({ length: OUTPUT_COUNT }, () => []);
	// What eSMS could not confirm must not look like a fact.
	const output = report.confirmed === false ? OTHER : OUTPUTS[report.outcome];
	outputs[output]?.push({ json: report as unknown as IDataObject });
	return outputs;
}
