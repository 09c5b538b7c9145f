import { callTool, fromModel, type RunBy } from '../../support/tool.mjs';
import { useAccount } from './account.mjs';

const account = useAccount('message', 'getDeliveryStatus');

const ask = async (by: RunBy, args: object) =>
	await callTool({
		type: 'zaloOfficialAccount',
		parameters: { resource: 'message', operation: 'getDeliveryStatus', messageId: fromModel('zaloOfficialAccount', 'messageId') },
		credentials: account.credentials() as never,
		args: args as never,
		by,
	});

describe.each<RunBy>(['tool', 'engine'])('run by the %s', (by) => {
	it('a model learns what became of a message', async () => {
		const messageId = await account.send();
		const result = await ask(by, { Message_ID: messageId });
		expect(result).toMatchObject({ description: 'Get delivery status of message in Zalo Official Account', arguments: { Message_ID: 'ID of the message from its send receipt; Zalo calls it msg_id' } });
		expect(result.answer).toEqual([expect.objectContaining({ messageId, outcome: 'delivered', final: true })]);
	});

	it('a model that makes an ID up is told so', async () => {
		expect((await ask(by, { Message_ID: 'made-up' })).answer).toEqual({ error: expect.stringContaining('Zalo does not know this message, or not yet') });
	});
});
