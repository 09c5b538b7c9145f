import { FINDS, FINDS_FIRST } from '../support/searches.mjs';
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

/** The words that are typed here; the unit tests ask n8n's own search for all of them. */
const TYPED = new Set(['zalo', 'zalo oa', 'zns', 'tin nhắn', 'tin nhan', 'sms brandname', 'mã otp', 'cskh', 'tổng đài', 'tong dai']);
const typed = <Row extends readonly [string, unknown]>(rows: readonly Row[]): Row[] => rows.filter(([words]) => TYPED.has(words));

/** Every node is found by what a user would type, and lands on the canvas. */
export function nodeList(desk: () => Desk): void {
	beforeAll(async () => await desk().editor.openNodeList(), 60_000);

	it.each(typed(FINDS))('"%s" finds %j', async (words, names) => {
		const { editor } = desk();
		await editor.searchAnew(words);
		for (const name of names) await editor.entry(name).waitFor();
	});

	it.each(typed(FINDS_FIRST))('the first that "%s" finds is %s', async (words, name) => {
		const { editor } = desk();
		await editor.searchAnew(words);
		await editor.entry(name).waitFor();
		expect(await editor.firstEntry()).toBe(name);
	});

	it.each(Object.entries(NODES))('%s can be added', async (name, action) => {
		const panel = await desk().editor.addNode(name, action);
		// Some nodes are named after the action that was chosen.
		expect(await panel.title()).toMatch(new RegExp(`^(${name}|${action})$`));
		expect(await panel.text()).not.toBe('');
	});
}
