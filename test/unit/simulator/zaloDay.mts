import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import type { Answer } from './client.mjs';
import { otpBody, zalo, type Json } from './zaloCalls.mjs';

/** Where a ZNS to a phone number is sent. */
export const TEMPLATE = '/business/message/template';

/** 10:00 in Vietnam. */
export const NOON = Date.parse('2026-11-21T03:00:00Z');

/** A simulator whose clock stands at 10:00 in Vietnam until a test moves it. */
export interface ZaloDay {
	readonly simulator: Simulator;
	clock: { now: number };
	/** Sends a ZNS to a phone number. */
	send(body: unknown): Promise<Answer>;
}

/** Starts a simulator for the tests of a file, and resets it and its clock after each of them. */
export function useZaloDay(): ZaloDay {
	let simulator: Simulator | undefined;
	const clock = { now: NOON };
	const running = (): Simulator => {
		if (!simulator) throw new Error('The simulator starts with the tests');
		return simulator;
	};
	beforeAll(async () => {
		simulator = await startSimulator({ zalo: { delivery: { delayMs: 1 } }, recipients: { lateMs: 2 } }, { clock: () => clock.now });
	});
	afterEach(async () => {
		await running().whenIdle();
		running().reset();
		clock.now = NOON;
	});
	afterAll(async () => await simulator?.close());
	return {
		get simulator() {
			return running();
		},
		clock,
		send: async (body) => await zalo(running(), 'POST', TEMPLATE, body),
	};
}

/** @returns a ZNS about a bill, with other values in the place of its own */
export const bill = (own: Json = {}) => ({
	...otpBody({ template_id: '415207' }),
	template_data: {
		title: 'Chị', customer_name: 'Hà', bill_code: 'HD-1', period: '11/2026', status: 'Chưa thanh toán',
		amount: '100000', transfer_note: 'THANH TOAN HD1', payment_link: 'hd-1', ...own,
	},
});
