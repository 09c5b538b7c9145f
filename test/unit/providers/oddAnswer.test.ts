import { z } from 'zod';
import { isRedirect, oddData, rawOf, REDIRECT_ACTION, whatCame } from '../../../nodes/providers/oddAnswer';
import { answerOf } from './recordingTransport';

it('301, 302, 307 and 308 send the caller elsewhere before the work is done', () => {
	const statuses = Array.from({ length: 400 }, (_, index) => 200 + index);
	expect(statuses.filter(isRedirect)).toEqual([301, 302, 307, 308]);
	expect(REDIRECT_ACTION).toMatch(/Nothing was sent\.$/);
});

describe('what is kept of an answer', () => {
	it('is its data, as long as that is not too much', () => {
		const answer = answerOf(`"${'x'.repeat(19_998)}"`);
		expect(rawOf(answer, 'data')).toBe('data');
		expect(rawOf({ ...answer, body: `${answer.body} ` }, 'data')).toBe(answer.body.slice(0, 500));
	});

	it('is the beginning of a text that is no JSON, and null where null came', () => {
		expect(rawOf(answerOf('x'.repeat(501)), undefined)).toBe('x'.repeat(500));
		expect(rawOf(answerOf('null'), null)).toBeNull();
	});
});

describe('what an unclear answer is called', () => {
	it.each([
		[200, false, undefined, 'a text that is not JSON'],
		[200, false, null, 'odd JSON'],
		[299, false, {}, 'odd JSON'],
		[300, false, {}, 'HTTP status 300'],
		[502, false, undefined, 'HTTP status 502'],
		[200, true, undefined, 'more than 20 MB'],
		[502, true, undefined, 'more than 20 MB'],
	])('status %d, too long %j, JSON %j: %s', (status, tooLong, parsed, name) => {
		expect(whatCame({ ...answerOf('', status), tooLong }, parsed, 'odd JSON')).toBe(name);
	});
});

describe('what is said of data that is not as documented', () => {
	const said = (schema: z.ZodTypeAny, data: unknown) => oddData('eSMS', schema.safeParse(data).error as z.ZodError).title;

	it('names the member as the provider does, in no words of a library or of ours', () => {
		const schema = z.object({ Data: z.object({ row: z.object({ ListParams: z.array(z.object({ Name: z.string() })) }) }) });
		expect(said(schema, { Data: { row: { ListParams: {} } } })).toBe('eSMS answered, but "ListParams" in its answer is missing or cannot be read');
		expect(said(schema, { Data: { row: { ListParams: [{}] } } })).toBe('eSMS answered, but "Name" in its answer is missing or cannot be read');
		expect(said(schema, {})).toBe('eSMS answered, but "Data" in its answer is missing or cannot be read');
	});

	it('says so of an answer as a whole', () => {
		expect(said(z.object({}), [])).toBe('eSMS answered with what cannot be read');
	});
});
