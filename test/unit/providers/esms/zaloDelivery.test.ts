import { getZaloDelivery } from '../../../../nodes/providers/esms/zaloDelivery';
import answers from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const OA = '4097311281936189049';

function ask(answer: unknown) {
	const { transport, requests } = recordingTransport(() => answerOf(answer));
	return { requests, answer: async () => await getZaloDelivery({ baseUrl: '', transport }, OA, '6dc7499c9ef6baaee3e1') };
}

it('reads the sample (esms.md 10.6), whose success text has a dot and a space', async () => {
	const { answer, requests } = ask(answers.zaloDelivery);
	expect(await answer()).toEqual({ state: 'onPhone', deliveredAt: '2026-01-06T05:40:30.984Z' });
	expect(requests).toEqual([
		{
			method: 'POST',
			url: 'https://rest.esms.vn/MainService.svc/json/GetZaloMessageStatus',
			body: { OAID: OA, MessageId: '6dc7499c9ef6baaee3e1' },
		},
	]);
});

it.each([
	[{ status: -1, delivery_time: null }, { state: 'unknown', deliveredAt: null }],
	[{ status: 0, delivery_time: '1767678030984' }, { state: 'onItsWay', deliveredAt: null }],
	[{ status: 1, delivery_time: null }, { state: 'onPhone', deliveredAt: null }],
	[{ status: '1', delivery_time: 1767678030984 }, { state: 'onPhone', deliveredAt: '2026-01-06T05:40:30.984Z' }],
	[{ status: 1, delivery_time: ' 1767678030984\r\n' }, { state: 'onPhone', deliveredAt: '2026-01-06T05:40:30.984Z' }],
])('%j', async (Data, expected) => {
	expect(await ask({ CodeResult: '100', Data }).answer()).toEqual(expected);
});

it.each([['160', 'retry'], ['851', 'params'], ['101', 'auth']])('explains code %s', async (code, failureClass) => {
	const { failure } = await thrownBy(ask({ CodeResult: code, ErrorMessage: 'x' }).answer);
	expect(failure).toMatchObject({ code, class: failureClass });
});
