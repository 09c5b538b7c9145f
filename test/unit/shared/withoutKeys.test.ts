import { withoutKeys } from '../../../nodes/shared/withoutKeys';

const KEY = 'A+b/"<c>&d=1';

async function bodyOf(body: string, keys = [` ${KEY} `]) {
	const transport = withoutKeys(async () => await Promise.resolve({ status: 404, headers: { server: 'x' }, body }), keys);
	return (await transport({ method: 'GET', url: 'https://x' })).body;
}

it('takes a key out of an answer that repeats it', async () => {
	expect(await bodyOf(`before ${KEY} after`)).toBe('before *** after');
});

it('leaves an answer without keys as it is, whatever the credential lacks', async () => {
	const body = '{"CodeResult":"100","a":"abc"}';
	expect(await bodyOf(body)).toBe(body);
	expect(await bodyOf(body, ['', '  ', 'abc'])).toBe(body);
});

it('keeps status and headers', async () => {
	const transport = withoutKeys(async () => await Promise.resolve({ status: 503, headers: { 'retry-after': '1' }, body: 'secret-key', tooLong: true }), ['secret-key']);
	expect(await transport({ method: 'GET', url: '' })).toEqual({ status: 503, headers: { 'retry-after': '1' }, body: '***', tooLong: true });
});

it('takes out keys that come while calls are made, too', async () => {
	const keys = ['first-key'];
	const transport = withoutKeys(async () => await Promise.resolve({ status: 200, headers: {}, body: 'first-key second-key' }), keys);
	expect((await transport({ method: 'GET', url: '' })).body).toBe('*** second-key');
	keys.push('second-key');
	expect((await transport({ method: 'GET', url: '' })).body).toBe('*** ***');
});
