import type { JsonObject, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { packageNode } from '../support/stage.mjs';

/** Orders as a shop hands them over; the phone of the second cannot exist. */
export const ORDERS = [
	{ phone: '0901888484', customerName: 'Nguyễn Thị Hoàng Anh', product: 'Giày chạy bộ', orderCode: 'DH001', date: '21/11/2026' },
	{ phone: '12345', customerName: 'Trần Văn Bình', product: 'Bình giữ nhiệt', orderCode: 'DH002', date: '21/11/2026' },
] as const;

/** An Official Account of the simulator, as the list gives it. */
export const ACCOUNT = { __rl: true, mode: 'list', value: '4097311281936189049', cachedResultName: 'SVoucher (4097311281936189049)' };
const TEMPLATE = { __rl: true, mode: 'list', value: '200607', cachedResultName: 'Xác nhận đơn hàng (200607)' };

/** Values for the template, as an expression of JSON. */
const VALUES =
	'={{ { customer_name: $json.customerName, order_code: $json.orderCode, product_name: $json.product, delivery_date: $json.date, address: "140-142 Đường Số 1, Thủ Đức", phone: "19001234", email: "shop@example.com", quantity: "1", payment_amount: "430000" } }}';

/** @returns a start by hand that is followed by orders, in one run */
export function givesOrders(count: number): WorkflowNode[] {
	const node = (id: string, name: string, type: string, typeVersion: number, parameters: JsonObject): WorkflowNode =>
		({ id, name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0], parameters });
	return [
		node('start', 'Start', 'manualTrigger', 1, {}),
		node('orders', 'Orders', 'set', 3.4, { mode: 'raw', jsonOutput: JSON.stringify({ orders: ORDERS.slice(0, count) }), options: {} }),
		node('split', 'One by one', 'splitOut', 1, { fieldToSplitOut: 'orders', options: {} }),
	];
}

/** @returns Send ZNS as a user has filled it in for the orders; its ID is "send" */
export function sendsZns(more: JsonObject = {}): WorkflowNode {
	const parameters = { provider: 'esms', officialAccount: ACCOUNT, template: TEMPLATE, phone: '={{ $json.phone }}', specifyParameters: 'json', templateParametersJson: VALUES, ...more };
	return packageNode('Send ZNS', 'sendZns', parameters, { id: 'send' });
}

/** @returns Send ZNS through Zalo itself, as it is before anything is filled in; its ID is "send" */
export function sendsThroughZalo(): WorkflowNode {
	return packageNode('Send ZNS', 'sendZns', { provider: 'zalo' }, { id: 'send', credentials: { zaloZnsOfficialAccountApi: { id: '', name: '' } } });
}
