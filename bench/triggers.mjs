/** The triggers that take the callbacks of eSMS: ours, as it comes and as it asks nobody, and n8n's own Webhook node. */

export const VERIFYING = 'ZNS Delivery Trigger';
export const NOT_VERIFYING = 'ZNS Delivery Trigger, not verifying';
export const WEBHOOK = 'Webhook';

/** What leaves by Other was not confirmed: its run ends as failed, so that it can be counted. */
const STOP = { id: 'stop', name: 'Not confirmed', type: 'n8n-nodes-base.stopAndError', typeVersion: 1, position: [0, 0], parameters: { errorMessage: 'Not confirmed' } };

const ours = (path, verifyWithEsms) => ({
	type: 'n8n-nodes-zalo-zns.znsDeliveryTrigger',
	typeVersion: 1.1,
	parameters: { source: 'esms', verifyWithEsms },
	webhookId: path,
	path: `${path}/zns-delivery`,
});

const TRIGGERS = {
	[VERIFYING]: ours('bench-verifying', true),
	[NOT_VERIFYING]: ours('bench-not-verifying', false),
	[WEBHOOK]: {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'GET', path: 'bench-webhook', options: {} },
		webhookId: 'bench-webhook',
		path: 'bench-webhook',
	},
};

/** @returns the address of a trigger in an n8n */
export const urlOf = (stage, name) => `${stage.server.url}/webhook/${TRIGGERS[name].path}`;

/** @returns a workflow that a trigger starts and that does nothing further with what is confirmed */
export function triggerWorkflow(stage, name) {
	const { path: _path, ...trigger } = TRIGGERS[name];
	const { id, name: credential } = stage.credentials.zaloZnsEsmsApi;
	const node = { id: trigger.webhookId, name, position: [0, 0], ...trigger, ...(name === VERIFYING && { credentials: { zaloZnsEsmsApi: { id, name: credential } } }) };
	if (name === WEBHOOK) return { name, nodes: [node], connections: {} };
	return { name, nodes: [node, STOP], connections: { [name]: { main: [[], [], [{ node: STOP.name, type: 'main', index: 0 }]] } } };
}
