import { createHmac } from 'crypto';
import { callTrigger, type WebhookCall } from '../support/triggerCalls.mjs';

const ZNS_FAILED =
	'SMSID=f66545d2-c7e2-4603-984e-d2238c363c8292&SendFailed=1&SendStatus=5&SendSuccess=0&TotalPrice=0.0000&TotalReceiver=1&TotalSent=0&RequestId=&TypeId=25&telcoid=2&phonenumber=0901888484&partnerids=&error_info=%22{%5C%22error%5C%22%3A-114%2C%5C%22message%5C%22%3A%5C%22User%20is%20inactive%2C%20or%20reject%20the%20message%2C%20or%20using%20an%20outdated%20Zalo%20version%2C%20or%20other%20internal%20errors%5C%22}%22&oaid=1397492183140006179&tempid=2056446';
const DELIVERED = ZNS_FAILED.replace('SendFailed=1', 'SendFailed=0').replace('SendSuccess=0', 'SendSuccess=1');

/** Which output a call leaves by, undefined where nothing starts. */
const outputOf = (outputs: unknown[][] | undefined) => outputs?.findIndex((items) => items.length > 0);

describe('eSMS', () => {
	const call = (query: string, parameters: WebhookCall['parameters'] = {}, method: 'GET' | 'POST' = 'GET') =>
		callTrigger({ parameters: { source: 'esms', verifyWithEsms: false, ignoreRepeated: false, ...parameters }, method, query });

	it.each([
		['a delivered message', DELIVERED, 0],
		['a failed message', ZNS_FAILED, 1],
		['a rejected message', ZNS_FAILED.replace('SendStatus=5', 'SendStatus=4'), 1],
		['a status nobody has documented', ZNS_FAILED.replace('SendStatus=5', 'SendStatus=9'), 2],
	])('%s leaves by its output', async (_, query, output) => {
		const { status, outputs } = await call(query);
		expect(status).toBe(200);
		expect(outputOf(outputs)).toBe(output);
	});

	it('emits the delivery report', async () => {
		const { outputs } = await call(ZNS_FAILED);
		expect(outputs?.[1]).toEqual([
			{
				json: expect.objectContaining({
					provider: 'esms',
					channel: 'zns',
					messageId: 'f66545d2-c7e2-4603-984e-d2238c363c8292',
					recipient: { phone: '0901888484' },
					outcome: 'failed',
					final: true,
					failure: expect.objectContaining({ code: '-114', class: 'unreachable', fallbackAdvised: true }),
					oaId: '1397492183140006179',
					templateId: '2056446',
				}),
			},
		]);
	});

	it('starts nothing for an intermediate state unless asked to', async () => {
		const waiting = DELIVERED.replace('SendStatus=5', 'SendStatus=2');
		expect(await call(waiting)).toEqual({ status: 200, answer: expect.anything(), outputs: undefined });
		const { outputs } = await call(waiting, { includeIntermediate: true });
		expect(outputOf(outputs)).toBe(2);
	});

	it.each([
		['an empty query', ''],
		['no message ID', 'SendStatus=5&SendSuccess=1'],
		['two words for a message ID', 'SMSID=a%20b&SendStatus=5'],
	])('answers 400 with a reason for %s and starts nothing', async (_, query) => {
		const { status, answer, outputs } = await call(query);
		expect(status).toBe(400);
		expect(answer).toEqual({ message: expect.stringContaining('not a delivery callback') });
		expect(outputs).toBeUndefined();
	});

	it('tolerates POST', async () => {
		const { outputs } = await call(DELIVERED, {}, 'POST');
		expect(outputOf(outputs)).toBe(0);
	});
});

describe('CareSoft', () => {
	const SECRET = 'CS123';
	const credentials = (webhookSecret = SECRET) => ({
		zaloZnsCaresoftApi: { domain: 'simshop', apiToken: 't', host: 'https://api.caresoft.vn', webhookSecret },
	});
	const body = JSON.stringify({
		object: 'ticket',
		action: 'update',
		ticket: { ticket_id: 297005, ticket_source: 'inbox_zalo_zns', ticket_comment: { state: 'delivered' } },
	});
	const sign = (text: string, secret = SECRET) => createHmac('sha1', secret).update(text).digest('hex').toUpperCase();
	const call = (rawBody: string, signature: string | undefined, parameters: WebhookCall['parameters'] = {}, secret = SECRET) =>
		callTrigger({
			parameters: { source: 'caresoft', ignoreRepeated: false, ...parameters },
			method: 'POST',
			rawBody,
			headers: signature === undefined ? {} : { 'x-hub-signature': signature },
			credentials: credentials(secret),
		});

	it('takes the signed example of the documentation apart from an unsigned one', async () => {
		const example = '{"ticket_id":1}';
		// Rightly signed, but not an event: 400, not 401.
		expect((await call(example, '420A69CE7D3C36559E9828D6361530DF30065D37')).status).toBe(400);
		expect((await call(example, undefined)).status).toBe(401);
	});

	it.each([
		['a missing signature', undefined],
		['a wrong signature', sign(body, 'other')],
		['a truncated signature', sign(body).slice(0, 20)],
		['the signature of another body', sign(`${body} `)],
	])('answers 401 to %s and starts nothing', async (_, signature) => {
		const { status, outputs } = await call(body, signature);
		expect(status).toBe(401);
		expect(outputs).toBeUndefined();
	});

	it('refuses everything while the credential has no webhook secret', async () => {
		expect((await call(body, sign(body, ''), {}, '')).status).toBe(500);
	});

	it('knows its key by what is seen of it, whatever else is wrong in the credential', async () => {
		const zaloZnsCaresoftApi = { domain: '', apiToken: '', host: 'custom', customHost: '', webhookSecret: `\u200b${SECRET} ` };
		const { status } = await callTrigger({ parameters: { source: 'caresoft', ignoreRepeated: false }, method: 'POST', rawBody: body, headers: { 'x-hub-signature': sign(body) }, credentials: { zaloZnsCaresoftApi } });
		expect(status).toBe(200);
	});

	it('refuses GET', async () => {
		const { status } = await callTrigger({ parameters: { source: 'caresoft' }, method: 'GET', credentials: credentials() });
		expect(status).toBe(405);
	});

	it('passes the event through by Other while no status path is set', async () => {
		const { outputs } = await call(body, sign(body));
		expect(outputs?.[2]?.[0]?.json).toEqual(
			expect.objectContaining({ provider: 'caresoft', channel: 'zns', ticketId: '297005', outcome: 'unknown', raw: JSON.parse(body) }),
		);
	});

	it.each([
		['Delivered', { deliveredValues: 'Delivered, 1' }, 0],
		['Not Delivered', { notDeliveredValues: 'failed, delivered' }, 1],
		['Other', { deliveredValues: 'seen' }, 2],
	])('reads the status from the path of the user: %s', async (_, parameters, output) => {
		const { outputs } = await call(body, sign(body), { statusPath: 'ticket.ticket_comment.state', ...parameters });
		expect(outputOf(outputs)).toBe(output);
	});
});
