import type { IWebhookFunctions } from 'n8n-workflow';
import { callbackFields } from '../../../../nodes/shared/webhooks/callbackFields';

const fieldsOf = (method: string, query: unknown, body: unknown) =>
	callbackFields({ getRequestObject: () => ({ method }), getQueryData: () => query, getBodyData: () => body } as unknown as IWebhookFunctions);

it('takes the query of a GET as it is, and nothing of its body', () => {
	const query = { SMSID: '1', oaid: ['1', '2'] };
	expect(fieldsOf('GET', query, { SendStatus: '5' })).toBe(query);
});

it('takes the texts and numbers of the body of a POST; the query wins', () => {
	expect(fieldsOf('POST', { SMSID: '1' }, { SMSID: '2', SendStatus: '5', nested: { deep: [] }, count: 5, none: null })).toEqual({ SMSID: '1', SendStatus: '5', count: 5 });
});

it('reads a form and JSON that are posted as plain text, and a list of texts', () => {
	for (const body of ['SMSID=1&SendStatus=5&error_info=a%20b', '{"SMSID":"1","SendStatus":"5","error_info":"a b"}']) {
		expect(fieldsOf('POST', {}, body)).toEqual({ SMSID: '1', SendStatus: '5', error_info: 'a b' });
	}
	expect(fieldsOf('POST', {}, { SMSID: ['1', '2'], SendStatus: [5], deep: [['x']], none: [null] })).toEqual({ SMSID: ['1', '2'], SendStatus: [5] });
	expect(fieldsOf('POST', { SMSID: '1' }, '"SMSID=2"')).toEqual({ SMSID: '1' });
});

it.each([['a text', 'x'.repeat(1_000_000)], ['a number', 5], ['nothing', null], ['a list', ['a']], ['a list of lists', [[['a']]]]])('a body that is %s does not fall apart into fields', (_what, body) => {
	expect(Object.keys(fieldsOf('POST', { SMSID: '1' }, body)).length).toBeLessThan(3);
});
