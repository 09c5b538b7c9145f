import type { IWebhookFunctions } from 'n8n-workflow';
import { handleCall } from '../../../../nodes/shared/webhooks/handleCall';
import { rejectWith } from '../../../../nodes/shared/webhooks/rejection';

/** A call whose answer and log lines are written down. */
function someCall() {
	const told: unknown[] = [];
	const lines: string[] = [];
	const response = { status: (status: number) => (told.push(status), response), json: (body: unknown) => (told.push(body), response), end: () => response };
	const context = { getResponseObject: () => response, logger: { warn: (line: string) => lines.push(line) } };
	return { told, lines, context: context as unknown as IWebhookFunctions };
}

it('answers what was taken', async () => {
	const { context, told } = someCall();
	const answered = await handleCall(context, 'Trigger', async () => await Promise.resolve({ value: 1 }), ({ value }) => ({ webhookResponse: value }));
	expect([answered, told]).toEqual([{ webhookResponse: 1 }, []]);
});

it('answers a refusal with its reason, and logs what may be logged', async () => {
	const { context, told, lines } = someCall();
	const answered = await handleCall(context, 'Trigger', async () => await Promise.resolve(rejectWith(401, 'said to the caller', 'said to the log')), () => ({}));
	expect([answered, told, lines]).toEqual([{ noWebhookResponse: true }, [401, { message: 'said to the caller' }], ['Trigger rejected a call (401): said to the log']]);
});

it.each([
	['reading', async () => await Promise.reject(new Error('0901888484')), () => ({})],
	['answering', async () => await Promise.resolve({}), () => { throw new Error('0901888484'); }],
])('never throws: a fault while %s is answered 500 without its message', async (_, receive, answer) => {
	const { context, told, lines } = someCall();
	await expect(handleCall<object>(context, 'Trigger', receive, answer)).resolves.toEqual({ noWebhookResponse: true });
	expect(told).toEqual([500, { message: 'The call could not be handled' }]);
	expect(lines).toEqual([expect.stringMatching(/^Trigger rejected a call \(500\): the call could not be handled: Error at /)]);
	expect(lines.join()).not.toContain('0901888484');
});
