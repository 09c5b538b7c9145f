/**
 * The cheapest node that sends the same message through n8n's own helper: the same fields, the same credential, as many
 * requests under way, and no check at all. What it costs is the price of a node in n8n. It is measured, not shipped.
 */
import { requireFromSandbox as require } from './resolve.mjs';

const pLimit = require('p-limit');

const CREDENTIAL = 'zaloZnsEsmsApi';

const field = (displayName, name, type, more = {}) => ({ displayName, name, type, default: '', ...more });
const picker = (displayName, name) =>
	field(displayName, name, 'resourceLocator', { default: { mode: 'id', value: '' }, modes: [{ displayName: 'By ID', name: 'id', type: 'string' }] });

/**
 * @param {string} path of the call
 * @param {number} mostInFlight requests under way at once
 * @returns {import('n8n-workflow').INodeType}
 */
export const cheapestNode = (path, mostInFlight) => ({
	description: {
		displayName: 'Cheapest Node',
		name: 'cheapestNode',
		group: ['output'],
		version: 1,
		description: 'Sends a ZNS and checks nothing',
		defaults: { name: 'Cheapest Node' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties: [
			picker('Official Account', 'officialAccount'),
			picker('Template', 'template'),
			field('Phone Number', 'phone', 'string'),
			field('Template Parameters (JSON)', 'templateParametersJson', 'json'),
		],
	},
	async execute() {
		const { baseUrl } = await this.getCredentials(CREDENTIAL);
		const limit = pLimit(mostInFlight);
		const send = async (index) => {
			const Phone = this.getNodeParameter('phone', index);
			const TempData = this.getNodeParameter('templateParametersJson', index);
			const json = await this.helpers.httpRequestWithAuthentication.call(this, CREDENTIAL, {
				method: 'POST',
				url: baseUrl + path,
				body: {
					OAID: this.getNodeParameter('officialAccount', index).value,
					TempID: this.getNodeParameter('template', index).value,
					Phone,
					TempData,
					RequestId: `${Phone}.${TempData.otp}`,
				},
				json: true,
			});
			return { json, pairedItem: { item: index } };
		};
		return [await Promise.all(this.getInputData().map((_, index) => limit(send, index)))];
	},
});
