import fc from 'fast-check';
import { esms, KEYS, SVOUCHER } from './client.mjs';
import { onStage, queryEsms } from './sending.mjs';

const RUNS = { numRuns: 25 };

/** Bodies that begin well and have members of any form. */
function bodies(valid: Record<string, unknown>): fc.Arbitrary<Record<string, unknown>> {
	const changes = Object.keys(valid).map((name) => fc.record({ [name]: fc.jsonValue() }));
	return fc.oneof(fc.constant({}), ...changes).map((change) => ({ ...KEYS, ...valid, ...change }));
}

describe('whatever a sending call of eSMS is given', () => {
	const stage = onStage();

	it.each<[string, Record<string, unknown>]>([
		['SendZaloFollowerMessage_V4_post_json/', { OAID: SVOUCHER, User_id: '1', Content: 'a', RequestId: '' }],
		['SendMultipleSMSBrandname_json/', { Brandname: 'QC_ONLINE', Content: 'a', Phones: [], SmsType: '1' }],
		['SendMultipleMessage_V4_post_json/', { Content: 'a', Phone: '0901888484', SmsType: '8' }],
		['SendMessageAutoGenCode_V5', { Phone: '0901888484', TimeAlive: '2', MultiChannelTempId: '22575', TypeId: '2' }],
		['MultiChannelMessage/', { Phone: '0901888484', Channels: ['zalo', 'sms'], Data: [{}, {}] }],
		['Send_zns_bulk_v4_post_json/', { OAID: SVOUCHER, TempID: '267247', Data: [{ Phone: '0901888484', Params: [] }] }],
	])('%s answers a code or the page for an unreadable body, never a fault', async (operation, valid) => {
		await fc.assert(
			fc.asyncProperty(bodies(valid), async (body) => {
				const answer = await esms(stage.simulator, operation, body);
				if (answer.status === 400) expect(answer.text).toContain('Request Error');
				else expect([answer.status, answer.json()]).toEqual([200, expect.objectContaining({ CodeResult: expect.stringMatching(/^\d{3}$/) })]);
			}),
			RUNS,
		);
	});

	it.each<[string, string[]]>([
		['SendMessageAutoGenCode_V4_get', ['Phone', 'TimeAlive', 'Brandname', 'Type', 'message', 'NumCharOfCode', 'IsNumber']],
		['CheckCodeGen_V4_get', ['Phone', 'Code']],
		['MakeCallTemplate_V2', ['TemplateId', 'Phone', 'VariableListStr', 'SendDate', 'Voice', 'Speed', 'RequestId', 'CallbackUrl']],
		['MakeCallRecord_V2', ['TemplateId', 'Phone', 'NumberForward', 'Ivr', 'MaxRetry', 'RequestID']],
	])('%s answers a code to any query', async (operation, names) => {
		const queries = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.constantFrom('0901888484', '5002', '7002', '2', '{OTP}')));
		await fc.assert(
			fc.asyncProperty(queries, async (query) => {
				const answer = await queryEsms(stage.simulator, operation, query);
				expect([answer.status, answer.json()]).toEqual([200, expect.objectContaining({ CodeResult: expect.stringMatching(/^\d{3}$/) })]);
			}),
			RUNS,
		);
	});
});
