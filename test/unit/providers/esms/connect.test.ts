import { connect } from '../../../../nodes/providers/esms/connect';
import { answerOf, recordingTransport } from '../recordingTransport';

const FILLED = { apiKey: 'API-KEY', secretKey: 'SECRET-KEY' };
const { transport } = recordingTransport(() => answerOf(''));

it.each(['', undefined, 'https://rest.esms.vn/MainService.svc/json'])('with the address %j calls go to eSMS itself', (baseUrl) => {
	const connection = connect({ ...FILLED, baseUrl });
	expect(connection).toMatchObject({ ok: true, value: { live: true, secrets: ['API-KEY', 'SECRET-KEY'] } });
	expect(connection.ok && new URL(connection.value.over(transport).baseUrl).hostname).toBe('rest.esms.vn');
});

it.each([
	['http://127.0.0.1:9/', 'http://127.0.0.1:9'],
	['https://proxy.example.com/esms', 'https://proxy.example.com/esms'],
	// Whole addresses of calls (esms.md 0.3).
	['https://proxy.example.com/esms/MainService.svc', 'https://proxy.example.com/esms'],
	['https://proxy.example.com/mainservice.svc/json/GetBalance', 'https://proxy.example.com'],
	['https://proxy.example.com/ZaloCallback/GetCallback', 'https://proxy.example.com'],
	['https://proxy.example.com/ZaloCallbacks', 'https://proxy.example.com/ZaloCallbacks'],
])('with the address %s calls go to %s, which is not live', (baseUrl, read) => {
	const connection = connect({ ...FILLED, baseUrl });
	expect(connection).toMatchObject({ ok: true, value: { live: false } });
	expect(connection.ok && connection.value.over(transport)).toEqual({ baseUrl: read, transport });
});

it.each([
	[{ apiKey: '' }, 'The API Key of the credential is empty'],
	[{ secretKey: ' ' }, 'The Secret Key of the credential is empty'],
	[{ baseUrl: 'my server' }, 'The Base URL of the credential is not a URL'],
])('%j is refused', (change, fault) => {
	expect(connect({ ...FILLED, ...change })).toMatchObject({ ok: false, fault: expect.stringContaining(fault) as string });
});
