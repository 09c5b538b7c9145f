import { sendSms } from '../../../../nodes/providers/caresoft/sms';
import { sendZns } from '../../../../nodes/providers/caresoft/zns';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';
import { accountWith } from './account';

const refusal = (message: string, status = 400) => accountWith(() => answerOf({ code: 'errors', message }, status)).client;
const zns = async (message: string, status?: number) => await thrownBy(() => sendZns(refusal(message, status), { scenarioId: '200607', phone: '0983912148', ticketId: '7' }));
const sms = async (message: string) => await thrownBy(() => sendSms(refusal(message), { serviceId: '99', phone: '0980000000', content: 'x', ticketId: '7' }));

it.each([
	[() => zns('template_id is invalid'), 'Scenario 200607 is not a ZNS scenario of this account', 'template'],
	[() => zns('ticket_id not found'), 'Ticket 7 is not a ticket of this account', 'params'],
	[() => sms('service_id không hợp lệ'), 'Service 99 is not an SMS service of this account', 'template'],
	[() => sms('ticket_id is invalid'), 'Ticket 7 is not a ticket of this account', 'params'],
])('an ID that CareSoft does not know is named as the form names it (%#)', async (call, title, failureClass) => {
	const { failure, mayBeSent } = await call();
	expect(failure).toMatchObject({ title, class: failureClass, recommendedAction: expect.stringMatching(/^Nothing was sent\. .*CareSoft says: /) });
	expect(mayBeSent ?? false).toBe(false);
});

it.each(['phone is invalid', 'template_id needs the parameter ma_booking', 'the template_id is invalid'])('other words stay as they are: %s', async (message) => {
	expect((await zns(message)).failure.title).toBe(`CareSoft refused the request: ${message}`);
});

it('an answer that leaves it open stays open, whatever it says', async () => {
	expect(await zns('template_id is invalid', 500)).toMatchObject({ mayBeSent: true, failure: { class: 'uncertain' } });
});
