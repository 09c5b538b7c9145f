import { CUSTOMERS, playOrder, type Story } from '../../sandbox/demo/story.mjs';
import { startStage, type Stage } from '../support/stage.mjs';

let stage: Stage;
const stories: Record<string, Story> = {};

beforeAll(async () => {
	stage = await startStage();
	const deliveries = await stage.importExample('zns-not-delivered-send-sms.json');
	await stage.importExample('order-confirmed-send-zns.json');
	for (const [name, order] of Object.entries(CUSTOMERS)) stories[name] = await playOrder(stage, order, deliveries.id);
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

const ranIn = ({ delivery }: Story) => Object.keys(delivery.data.resultData.runData);

it('sends a ZNS to a customer who is on Zalo, and its callback takes the Delivered branch', () => {
	const story = stories.reachable as Story;
	expect(story.receipt).toEqual(expect.objectContaining({ provider: 'esms', channel: 'zns', status: 'accepted', recipient: { phone: '0901888484' } }));
	expect(story.messages.map(({ channel, state }) => [channel, state])).toEqual([['zns', 'delivered']]);
	expect(story.messages[0]?.text).toContain('Nguyễn Thị Hoàng Anh');
	expect(ranIn(story)).toEqual(['ZNS delivery', 'Delivered']);
});

it('sends an SMS to a customer without a Zalo account, because the callback says that it helps', () => {
	const story = stories.unreachable as Story;
	expect(story.messages.map(({ channel, state }) => [channel, state])).toEqual([['zns', 'failed'], ['sms', 'delivered']]);
	expect(ranIn(story)).toEqual(['ZNS delivery', 'An SMS helps', 'Send SMS']);
});

it('does not send an SMS where it would not help', async () => {
	const order = { ...CUSTOMERS.unreachable, orderCode: 'DH009', phone: '0901000108' };
	const deliveries = (await stage.client.listExecutions(stories.reachable?.delivery.workflowId ?? ''))[0]?.workflowId ?? '';
	const story = await playOrder(stage, order, deliveries);
	expect(story.messages.map(({ channel, state }) => [channel, state])).toEqual([['zns', 'failed']]);
	expect(ranIn(story)).toEqual(['ZNS delivery', 'An SMS helps']);
});

it('sends nothing for the same order handed in twice', async () => {
	const before = stage.simulator.messages().length;
	const answer = await fetch(`${stage.server.url}/webhook/order-confirmed`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(CUSTOMERS.reachable),
	});
	expect(await answer.json()).toEqual(expect.objectContaining({ status: 'duplicate', messageId: null }));
	expect(stage.simulator.messages()).toHaveLength(before);
});
