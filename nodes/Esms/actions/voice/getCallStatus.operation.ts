import type { INodeExecutionData } from 'n8n-workflow';
import { failureOf } from '../../../domain/failure';
import { getCallReport } from '../../../providers/esms/callStatus';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { ProviderError } from '../../../providers/providerError';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { messageIdField } from '../message/messageId';

const callIdField = { ...messageIdField, description: 'ID of the call from its send receipt; eSMS calls it SMSID or ReferenceId' };

export const getCallStatus: Operation<EsmsClient> = {
	option: {
		name: 'Get Call Status',
		value: 'getCallStatus',
		action: 'Get call status',
		description: 'Ask what became of a call by template or recording: whether it was answered, how long it took and which key was pressed',
	},
	fields: [callIdField],
	calls: [PATHS.callStatus],
	execute,
};

/** Asks for the state of one call per item (esms.md 9). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const callId = item.text(callIdField);
		const report = await run.read(async (client) => await getCallReport(client, callId, new Date()));
		if (report) return [report];
		const failure = failureOf(null, 'eSMS does not know this call, or not yet', 'retry', 'Check the message ID. Right after the call was ordered it may be too early: ask again in a minute.');
		throw new ProviderError({ provider: 'esms', failure, status: 200, raw: null });
	});
	return [items];
}
