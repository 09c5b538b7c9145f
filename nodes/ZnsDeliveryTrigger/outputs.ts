import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { DeliveryReport, Outcome } from '../domain/deliveryReport';

/** Outputs in the order of the node: Delivered, Not Delivered, Other. */
const OUTPUTS: Record<Outcome, number> = { delivered: 0, failed: 1, rejected: 1, pending: 2, unknown: 2 };
const OUTPUT_COUNT = 3;

/** @returns the data of all outputs, with the report on the one that fits its outcome */
export function toOutputs(report: DeliveryReport): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = Array.from({ length: OUTPUT_COUNT }, () => []);
	outputs[OUTPUTS[report.outcome]]?.push({ json: report as unknown as IDataObject });
	return outputs;
}
