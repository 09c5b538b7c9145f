import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { DeliveryReport } from '../../domain/deliveryReport';

/** A moment after parking, and once more for a status call that lags behind. */
const WAITS_MS = [2_000, 8_000];

/**
 * Closes the gap in which a callback finds the run neither answered nor parked: asks eSMS once the run is
 * parked, and where the report is final already, calls the run as eSMS would. It helps where it can: a
 * report that comes later arrives by the callback itself, and a second one changes nothing.
 */
export async function lookAgain(
	context: IExecuteFunctions,
	resumeUrl: string,
	ask: () => Promise<DeliveryReport | undefined>,
): Promise<void> {
	for (const wait of WAITS_MS) {
		await sleep(wait);
		const report = await ask();
		if (!report?.final) continue;
		try {
			await context.helpers.httpRequest({ method: 'GET', url: resumeUrl, qs: asCallback(report), ignoreHttpStatusErrors: true, timeout: 10_000 });
			return;
		} catch {
			// n8n could not reach itself; the next look may.
		}
	}
}

/** @returns the report in the form of a callback (esms.md 12.3) */
function asCallback(report: DeliveryReport): Record<string, string> {
	const { messageId, outcome, failure } = report;
	const delivered = outcome === 'delivered';
	return {
		SMSID: messageId ?? '',
		SendStatus: outcome === 'rejected' ? '4' : '5',
		SendSuccess: delivered ? '1' : '0',
		SendFailed: delivered ? '0' : '1',
		TypeId: TYPE_IDS[report.channel] ?? '',
		...(report.price && { TotalPrice: String(report.price.amount) }),
		...(report.zaloMessageId && { partnerids: report.zaloMessageId }),
		...(report.oaId && { oaid: report.oaId }),
		...(report.templateId && { tempid: report.templateId }),
		...(failure?.code && { error_info: JSON.stringify({ error: failure.code, message: failure.title }) }),
	};
}

const TYPE_IDS: Partial<Record<DeliveryReport['channel'], string>> = { sms: '2', viber: '23', zns: '25', zalo: '26' };
