import { sendZns, type CaresoftZnsMessage } from '../../../../nodes/providers/caresoft/zns';
import samples from '../../../fixtures/caresoft/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const account = { host: 'https://api.caresoft.vn', domain: 'khachhang01' };
const message: CaresoftZnsMessage = { scenarioId: '366', phone: '0983912148' };

async function send(body: unknown = samples.zns, more: Partial<CaresoftZnsMessage> = {}, status = 200) {
	const { transport, requests } = recordingTransport(() => answerOf(body, status));
	return { result: await sendZns({ ...account, transport }, { ...message, ...more }), requests };
}

describe('sendZns (caresoft.md 7.1)', () => {
	it('posts the body of the reference, its IDs as numbers', async () => {
		const { requests } = await send(samples.zns, {
			ticketId: '297005',
			parameters: { requester: 'Nguyễn Hải Hà', masoDatve: '098733' },
		});
		expect(requests).toStrictEqual([
			{
				method: 'POST',
				url: 'https://api.caresoft.vn/khachhang01/api/v1/zalo/zns',
				body: {
					zns: {
						phone: '0983912148',
						template_id: 366,
						ticket_id: 297005,
						params: { requester: 'Nguyễn Hải Hà', masoDatve: '098733' },
					},
				},
			},
		]);
	});

	it('writes an ID that a number would round as text', async () => {
		const { requests } = await send(samples.zns, { ticketId: '12345678901234567890' });
		expect(requests[0]?.body).toMatchObject({ zns: { template_id: 366, ticket_id: '12345678901234567890' } });
	});

	it('leaves parameters and ticket out where CareSoft is to fill them in', async () => {
		const { requests } = await send();
		expect(requests[0]?.body).toStrictEqual({ zns: { phone: '0983912148', template_id: 366 } });
	});

	it('asks once: CareSoft knows no key against repeats', async () => {
		expect((await send()).requests).toHaveLength(1);
	});

	it.each([
		['ticketId as text, as the page prints it', samples.zns, '297002'],
		['ticket_id as a number', samples.sms, '291437'],
		['ticketId as a number', '{"status":"OK","ticket":{"ticketId":297002}}', '297002'],
		['ticket_id as text', '{"code":"ok","ticket":{"ticket_id":"297002"}}', '297002'],
		['a long number', '{"code":"ok","ticket":{"ticket_id":1234567890123456789}}', '1234567890123456789'],
	])('reads the ticket: %s', async (_what, body, ticketId) => {
		const { result } = await send(body);
		expect(result.ticketId).toBe(ticketId);
		expect(result.raw).toHaveProperty('ticket');
	});

	it.each(['{"code":"ok"}', '{"code":"ok","ticket":null}', '{"code":"ok","ticket":{}}', '{"code":"ok","ticket":{"ticket_id":""}}', '{"code":"ok","ticket":{"ticket_id":null}}', '{"code":"ok","ticket":{"ticket_id":0}}', '{"status":"OK","ticket":{"ticketId":"0"}}'])(
		'%s: the message may be out, but there is no ticket to look it up',
		async (body) => {
			const details = await thrownBy(() => send(body));
			expect(details).toMatchObject({
				provider: 'caresoft',
				status: 200,
				mayBeSent: true,
				raw: JSON.parse(body) as unknown,
				failure: { class: 'uncertain', fallbackAdvised: null },
			});
		},
	);

	it('throws what CareSoft says', async () => {
		const details = await thrownBy(() => send('{"code":"errors","message":"Scenario not found"}'));
		expect(details.failure.title).toContain('Scenario not found');
		expect(details.mayBeSent ?? false).toBe(false);
	});
});
