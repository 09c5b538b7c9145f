import type { Desk } from './desk.mjs';

/** The nodes and one action of each that has some; the others are added by a button. */
const NODES = {
	'Send ZNS': undefined,
	'Zalo Transaction Message': 'Send order message',
	'ZNS Delivery Trigger': undefined,
	eSMS: 'Send SMS',
	'eSMS Inbound Trigger': undefined,
	CareSoft: 'Create ticket',
	'Zalo Official Account': 'Get delivery status of message',
} as const;

/** Every node is found by what a user would type, and lands on the canvas. */
export function nodeList(desk: () => Desk): void {
	beforeAll(async () => await desk().editor.openNodeList(), 60_000);

	it.each([
		['zns', ['Send ZNS', 'ZNS Delivery Trigger', 'Zalo Transaction Message']],
		['zalo', ['Send ZNS', 'ZNS Delivery Trigger', 'Zalo Transaction Message', 'Zalo Official Account', 'eSMS', 'CareSoft']],
		['esms', ['Send ZNS', 'ZNS Delivery Trigger', 'Zalo Transaction Message', 'eSMS', 'eSMS Inbound Trigger']],
		['caresoft', ['Send ZNS', 'ZNS Delivery Trigger', 'CareSoft']],
		['sms', ['eSMS', 'eSMS Inbound Trigger', 'CareSoft']],
		['otp', ['Send ZNS', 'eSMS']],
		['viber', ['eSMS']],
		['voice', ['eSMS']],
		['delivery report', ['ZNS Delivery Trigger', 'eSMS']],
	])('"%s" finds %j', async (words, names) => {
		const { editor } = desk();
		await editor.searchAnew(words);
		for (const name of names) await editor.entry(name).waitFor();
	});

	it.each(['zns', 'zalo', 'zalo oa'])('the first that "%s" finds is Send ZNS', async (words) => {
		const { editor } = desk();
		await editor.searchAnew(words);
		await editor.entry('Send ZNS').waitFor();
		expect(await editor.firstEntry()).toBe('Send ZNS');
	});

	it.each(Object.entries(NODES))('%s can be added', async (name, action) => {
		const panel = await desk().editor.addNode(name, action);
		// Some nodes are named after the action that was chosen.
		expect(await panel.title()).toMatch(new RegExp(`^(${name}|${action})$`));
		expect(await panel.text()).not.toBe('');
	});
}
