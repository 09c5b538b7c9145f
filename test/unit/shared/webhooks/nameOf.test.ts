import { failureOf } from '../../../../nodes/domain/failure';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { nameOf } from '../../../../nodes/shared/webhooks/nameOf';

const refusal = (code: string | null) => new ProviderError({ provider: 'esms', failure: failureOf(code, 'Secret title 0901888484', 'auth'), status: 200, raw: {} });

it('names a refusal by its code and class, never by its words', () => {
	expect(nameOf(refusal('101'))).toBe('code 101 (auth), HTTP status 200');
	expect(nameOf(refusal('-118'))).toBe('code -118 (auth), HTTP status 200');
});

it.each([null, '', '100\n2026-01-01 | info | forged', '\u001b[2J', '1'.repeat(21), 'a b'])('a code that is none (%j) does not reach the log', (code) => {
	expect(nameOf(refusal(code))).toBe('code unknown (auth), HTTP status 200');
});

it('names a lost connection by the code of Node.js', () => {
	expect(nameOf(Object.assign(new Error('GET https://x?SecretKey=1'), { code: 'ECONNRESET' }))).toBe('ECONNRESET');
});

it('names any other error by its kind and place, without its message', () => {
	const name = nameOf(new TypeError('0901888484\nforged'));
	expect(name).toMatch(/^TypeError at /);
	expect(name).not.toMatch(/0901888484|\n/);
	expect(nameOf('thrown text')).toBe('string');
});
