import { sendSms } from '../../../../nodes/providers/caresoft/sms';
import { createTicket } from '../../../../nodes/providers/caresoft/tickets';
import { namingCustomFields, namingUnknownIds } from '../../../../nodes/providers/caresoft/unknownId';
import { sendZns } from '../../../../nodes/providers/caresoft/zns';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';
import { accountWith } from './account';

const refusal = (message: string, status = 400) => accountWith(() => answerOf({ code: 'errors', message }, status)).client;
const zns = async (message: string, status?: number) => await thrownBy(() => sendZns(refusal(message, status), { scenarioId: '200607', phone: '0983912148', ticketId: '7' }));
const sms = async (message: string) => await thrownBy(() => sendSms(refusal(message), { serviceId: '99', phone: '0980000000', content: 'x', ticketId: '7' }));

it.each([
	[() => zns('template_id is invalid'), 'Scenario 200607 is not a ZNS scenario of this account', 'template'],
	[() => zns(' template_id is invalid '), 'Scenario 200607 is not a ZNS scenario of this account', 'template'],
	[() => zns('ticket_id not found'), 'Ticket 7 is not a ticket of this account', 'params'],
	[() => sms('service_id không hợp lệ'), 'Service 99 is not an SMS service of this account', 'template'],
	[() => sms('ticket_id is invalid'), 'Ticket 7 is not a ticket of this account', 'params'],
])('an ID that CareSoft does not know is named as the form names it (%#)', async (call, title, failureClass) => {
	const { failure, mayBeSent } = await call();
	expect(failure).toMatchObject({ title, class: failureClass, recommendedAction: 'Nothing was sent. Correct the ID.' });
	expect(mayBeSent ?? false).toBe(false);
});

it.each(['phone is invalid', 'template_id needs the parameter ma_booking', 'the template_id is invalid'])('other words stay as they are: %s', async (message) => {
	expect((await zns(message)).failure.title).toBe(`CareSoft refused the request: ${message}`);
});

it('an answer that leaves it open stays open, whatever it says', async () => {
	expect(await zns('template_id is invalid', 500)).toMatchObject({ mayBeSent: true, failure: { class: 'uncertain' } });
});

const ticket = async (message: string, status?: number) =>
	await thrownBy(() => namingCustomFields(createTicket(refusal(message, status), {}), new Map([['7102', 'Hạng khách hàng (7102)']])));

it.each([
	['custom_fields 7102 is invalid', 'Custom field "Hạng khách hàng (7102)" does not take this value'],
	['custom_fields 9665 is invalid', 'Custom field 9665 does not take this value'],
	['The custom_field with ID 7102 is invalid', 'Custom field "Hạng khách hàng (7102)" does not take this value'],
	['custom_fields: 7102', 'Custom field "Hạng khách hàng (7102)" does not take this value'],
])('a value that a custom field does not take is told in the words of the form: %s', async (message, title) => {
	const { failure, mayBeSent } = await ticket(message);
	expect(failure).toMatchObject({ title, class: 'params', recommendedAction: expect.stringMatching(/^Nothing was changed\. For a choice field give the ID of the choice/) });
	expect(mayBeSent ?? false).toBe(false);
});

it('of custom fields, too, other words stay, and what is open stays open', async () => {
	expect((await ticket('ticket_subject is invalid')).failure.title).toBe('CareSoft refused the request: ticket_subject is invalid');
	expect(await ticket('custom_fields 7102 is invalid', 500)).toMatchObject({ mayBeSent: true });
});

it.each([{ code: 'errors' }, { code: 'errors', message: null }, { code: 'errors', message: 7102 }, ['custom_fields 7102']])('a refusal without words is told as it is: %j', async (raw) => {
	const { client } = accountWith(() => answerOf(raw, 400));
	const plain = await thrownBy(() => createTicket(client, {}));
	expect(await thrownBy(() => namingCustomFields(createTicket(client, {}), new Map([['7102', 'Hạng']])))).toEqual(plain);
	expect((await thrownBy(() => sendZns(client, { scenarioId: '200607', phone: '0983912148' }))).failure.title).not.toContain('200607');
});

it('what is no refusal of CareSoft goes through', async () => {
	const broken = new TypeError('custom_fields 7102');
	await expect(namingCustomFields(Promise.reject(broken), new Map())).rejects.toBe(broken);
	await expect(namingUnknownIds(Promise.reject(broken), {})).rejects.toBe(broken);
});
