import { getBalance } from '../../../../nodes/providers/esms/account';
import samples from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const read = async (body: unknown) => {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { result: await getBalance({ baseUrl: 'https://rest.esms.vn', transport }), requests };
};

describe('getBalance (esms.md 10.1)', () => {
	it('asks with a POST and reads the documented answer', async () => {
		const { result, requests } = await read(samples.balance);
		expect(requests).toStrictEqual([{ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/GetBalance_json', body: {} }]);
		expect(result).toEqual({ balance: { amount: 36693, currency: 'VND' }, userId: '9999' });
	});

	it.each([
		['as text', { CodeResponse: '100', Balance: '36693.5' }, { balance: { amount: 36693.5, currency: 'VND' }, userId: null }],
		['of nothing', { CodeResponse: '100', Balance: 0, UserID: 1 }, { balance: { amount: 0, currency: 'VND' }, userId: '1' }],
	])('reads a balance %s', async (_, body, expected) => {
		expect((await read(body)).result).toEqual(expected);
	});

	it.each([{ CodeResponse: '100' }, { CodeResponse: '100', Balance: null }, { CodeResponse: '100', Balance: '' }])('takes no missing balance for 0: %j', async (body) => {
		expect((await thrownBy(() => read(body))).failure).toMatchObject({ class: 'protocol', title: expect.stringContaining('Balance') as string });
	});

	it('throws what eSMS says, though a balance stands beside it', async () => {
		expect((await thrownBy(() => read(samples.balanceAuthorizeFailed))).failure).toMatchObject({ code: '101', class: 'auth' });
	});
});
