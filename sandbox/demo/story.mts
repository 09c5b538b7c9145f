import type { Execution } from '../n8n/types.mjs';
import type { Message } from '../simulator/index.mjs';
import type { Stage } from './stage.mjs';

/** An order as a shop would hand it to n8n. */
export interface Order {
	orderCode: string;
	customerName: string;
	phone: string;
	product: string;
	date: string;
}

/** What became of an order's messages. */
export interface Story {
	order: Order;
	/** The receipt that Send ZNS gave. */
	receipt: Record<string, unknown>;
	/** The run of the delivery workflow that the callback started. */
	delivery: Execution;
	/** What the customer's phone got, and what Zalo could not deliver. */
	messages: Message[];
}

/** A customer on Zalo, and one without a Zalo account: see the simulator's recipients. */
export const CUSTOMERS: { reachable: Order; unreachable: Order } = {
	reachable: {
		orderCode: 'DH001',
		customerName: 'Nguyễn Thị Hoàng Anh',
		phone: '0901 888 484',
		product: 'Giày chạy bộ',
		date: '21/11/2026',
	},
	unreachable: {
		orderCode: 'DH002',
		customerName: 'Trần Văn Bình',
		phone: '+84 901 000 118',
		product: 'Bình giữ nhiệt',
		date: '21/11/2026',
	},
};

const STORY_TIMEOUT_MS = 30_000;
const POLL_MS = 100;

/** Hands an order to the order workflow and waits until the delivery workflow has dealt with its callback. */
export async function playOrder(stage: Stage, order: Order, deliveryWorkflowId: string): Promise<Story> {
	const answer = await hand(`${stage.server.url}/webhook/order-confirmed`, order);
	const receipt = (await answer.json()) as Record<string, unknown>;
	if (!answer.ok || typeof receipt.messageId !== 'string') {
		throw new Error(`Order ${order.orderCode} got no receipt (HTTP ${answer.status}): ${JSON.stringify(receipt)}`);
	}
	const delivery = await waitForDelivery(stage, deliveryWorkflowId, receipt.messageId);
	await stage.simulator.whenIdle();
	const digits = order.phone.replace(/\D/g, '').replace(/^84/, '0');
	return {
		order,
		receipt,
		delivery,
		messages: stage.simulator.messages().filter(({ phone }) => phone === digits),
	};
}

/** Hands an order over; where n8n has not taken the new webhook up yet, it answers 404 and nothing has run. */
async function hand(url: string, order: Order): Promise<Response> {
	const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(order) };
	const deadline = Date.now() + STORY_TIMEOUT_MS;
	for (;;) {
		const answer = await fetch(url, init);
		if (answer.status !== 404 || Date.now() > deadline) return answer;
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}

/** Waits for the finished run that the callback of this very message started. */
async function waitForDelivery(stage: Stage, workflowId: string, messageId: string): Promise<Execution> {
	const deadline = Date.now() + STORY_TIMEOUT_MS;
	while (Date.now() < deadline) {
		for (const { id, status } of await stage.client.listExecutions(workflowId)) {
			if (status !== 'success' && status !== 'error') continue;
			const execution = await stage.client.getExecution(id);
			if (JSON.stringify(execution.data).includes(messageId)) return execution;
		}
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	throw new Error(`No callback for message ${messageId} reached n8n within ${STORY_TIMEOUT_MS / 1000} s`);
}
