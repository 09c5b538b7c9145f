import { sendSms } from '../../../../nodes/providers/caresoft/sms';
import samples from '../../../fixtures/caresoft/answers.json';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';
import { accountWith } from './account';

const message = { serviceId: '12', content: 'Chúc mừng sinh nhật quý khách hàng.', phone: '0980000000' };

it('posts the body of the sample and reads the ticket (caresoft.md 7.3)', async () => {
	const { client, requests } = accountWith(() => answerOf(samples.sms));
	expect(await sendSms(client, message)).toEqual({ ticketId: '291437', raw: JSON.parse(samples.sms) });
	expect(requests).toEqual([
		{
			method: 'POST',
			url: 'https://api.caresoft.vn/khachhang01/api/v1/sms',
			body: { sms: { service_id: '12', content: 'Chúc mừng sinh nhật quý khách hàng.', phone: '0980000000' } },
		},
	]);
});

it.each(['{"status":"OK","ticket":{"ticketId":"291437"}}', '{"code":"ok","ticket":{"ticketId":291437}}', '{"code":"ok","ticket":{"ticketId":"","ticket_id":291437}}'])(
	'finds the ticket in the dialect of ZNS, too (caresoft.md 2.1): %s',
	async (body) => {
		const { client } = accountWith(() => answerOf(body));
		expect((await sendSms(client, message)).ticketId).toBe('291437');
	},
);

it('adds the ticket as a number', async () => {
	const { client, requests } = accountWith(() => answerOf(samples.sms));
	await sendSms(client, { ...message, ticketId: '291437' });
	expect(requests[0]?.body).toMatchObject({ sms: { ticket_id: 291437 } });
});

it.each(['{"code":"ok"}', '{"code":"ok","ticket":null}', '{"code":"ok","ticket":{}}', '{"code":"ok","ticket":{"ticket_id":null}}'])(
	'%s: the message may be out, but there is no ticket to look it up',
	async (body) => {
		const { client, requests } = accountWith(() => answerOf(body));
		expect(await thrownBy(() => sendSms(client, message))).toMatchObject({ mayBeSent: true, failure: { class: 'uncertain' } });
		expect(requests).toHaveLength(1);
	},
);
