import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { checkTemplateValues, inTemplateOrder, type Template } from '../../domain/template';
import { isLive } from '../../providers/esms/endpoints';
import { sendZns, type ZnsTarget } from '../../providers/esms/send';
import { getReport } from '../../providers/esms/status';
import { getTemplate } from '../../providers/esms/templates';
import { esmsClient } from '../../shared/clients';
import { readJsonObject } from '../../shared/fields/jsonObject';
import { officialAccountField, readId, templateField } from '../../shared/fields/locators';
import { esmsSendOptions, readOptions, sendOptionsField, toCommonFields } from '../../shared/fields/sendOptions';
import { requestIdOf } from '../../shared/messageIdentity';
import { esmsReceipt } from '../../shared/receipts';
import type { PreparedSend } from '../../shared/sending/types';
import { waitingFields } from '../../shared/waiting/fields';
import { send } from '../../shared/waiting/send';
import { readTarget, recipientOf, targetFields } from '../esmsTarget';

const DEFAULT_REQUESTS_PER_SECOND = esmsSendOptions.requestsPerSecond.default;

export const fields: INodeProperties[] = [
	officialAccountField,
	templateField,
	...targetFields,
	{
		displayName: 'Specify Parameters',
		name: 'specifyParameters',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
		description: 'Whether to fill in the parameters of the template one by one or as one object; use JSON where the template comes from an expression',
	},
	{
		displayName: 'Template Parameters',
		name: 'templateParameters',
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		noDataExpression: true,
		required: true,
		typeOptions: {
			loadOptionsDependsOn: ['officialAccount.value', 'template.value'],
			resourceMapper: {
				resourceMapperMethod: 'templateFields',
				mode: 'add',
				valuesLabel: 'Template Parameters',
				fieldWords: { singular: 'parameter', plural: 'parameters' },
				addAllFields: true,
				supportAutoMap: false,
				noFieldsError: 'The template has no parameters, or it could not be read.',
			},
		},
		displayOptions: { show: { specifyParameters: ['fields'] } },
	},
	{
		displayName: 'Template Parameters (JSON)',
		name: 'templateParametersJson',
		type: 'json',
		default: '{}',
		required: true,
		placeholder: 'e.g. {"customer_name": "Nguyễn An", "order_code": "DH001"}',
		description: 'Object with the name and the value of each parameter of the template',
		displayOptions: { show: { specifyParameters: ['json'] } },
	},
	...waitingFields,
	sendOptionsField([
		{
			displayName: 'Sending Mode',
			name: 'sendingMode',
			type: 'options',
			options: [
				{ name: 'Beyond Quota', value: '3', description: 'Only for Official Accounts that Zalo has allowed to, and not with a send date' },
				{ name: 'Normal', value: '1' },
			],
			default: '1',
		},
	]),
];

/** Sends one ZNS per item through eSMS (esms.md 3.1). */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);
	const templateOf = rememberCalls((officialAccountId, templateId) => getTemplate(client, officialAccountId, templateId));

	const prepare = async (itemIndex: number, callbackUrl?: string): Promise<PreparedSend> => {
		const target = readTarget(this, itemIndex);
		const officialAccountId = readId(this, itemIndex, officialAccountField);
		const templateId = readId(this, itemIndex, templateField);
		const options = readOptions(this, itemIndex);
		const given = readValues(this, itemIndex);
		const common = toCommonFields(this, itemIndex, options, callbackUrl);
		checkOptions(this, itemIndex, target, options.sendingMode === '3', common.sendDate);
		const template = await templateOf(officialAccountId, templateId);
		const values = checkValues(this, itemIndex, template, given);
		if (target.by === 'journey' && !template.inOrder) {
			throw fault(this, itemIndex, `eSMS does not tell the order of the parameters of template ${templateId}`, 'A journey takes its values by position. Choose a template of the list of this Official Account.');
		}
		const requestId = requestIdOf(this, itemIndex, options, {
			channel: 'zns',
			recipient: Object.values(recipientOf(target)).join(),
			content: { officialAccountId, templateId, parameters: values, orderId: target.by === 'journey' ? target.orderId : undefined },
		});
		return {
			repeatable: requestId !== undefined,
			send: async () => {
				const result = await sendZns(client, {
					...common,
					officialAccountId,
					templateId,
					target,
					parameters: target.by === 'journey' ? inTemplateOrder(template, values) : Object.entries(values),
					requestId,
					sendingMode: options.sendingMode,
				});
				return esmsReceipt('zns', recipientOf(target), requestId, result, options.simplify);
			},
		};
	};
	const { requestsPerSecond = DEFAULT_REQUESTS_PER_SECOND } = readOptions(this, 0);
	const askReport = async (messageId: string) => {
		// Only one item waits, so its Official Account is that of the message.
		const officialAccountId = readId(this, 0, officialAccountField);
		return await getReport(client, { messageId, channel: 'zns', officialAccountId }, new Date());
	};
	return await send(this, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}

/** Refuses options that eSMS does not take together (esms.md 1.6, 3.2, 3.4), rather than dropping them unseen. */
function checkOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	target: ZnsTarget,
	beyondQuota: boolean,
	sendDate: string | undefined,
): void {
	if (beyondQuota && sendDate) {
		throw fault(context, itemIndex, 'A message beyond the quota cannot have a send date', "Remove 'Send Date' or set 'Sending Mode' to 'Normal'.");
	}
	if (target.by !== 'zaloUserId' && target.by !== 'journey') return;
	const where = target.by === 'journey' ? 'in a journey' : 'by Zalo user ID';
	if (sendDate) throw fault(context, itemIndex, `A ZNS ${where} cannot have a send date`, "Remove 'Send Date', or schedule the workflow itself.");
	if (beyondQuota) throw fault(context, itemIndex, `A ZNS ${where} cannot go beyond the quota`, "Set 'Sending Mode' to 'Normal'.");
}

/** Fetches each template once per run, however many items use it. */
function rememberCalls(
	fetch: (officialAccountId: string, templateId: string) => Promise<Template>,
): (officialAccountId: string, templateId: string) => Promise<Template> {
	const templates = new Map<string, Promise<Template>>();
	return async (officialAccountId, templateId) => {
		const key = `${officialAccountId}/${templateId}`;
		const template = templates.get(key) ?? fetch(officialAccountId, templateId);
		templates.set(key, template);
		return await template;
	};
}

function readValues(context: IExecuteFunctions, itemIndex: number): Record<string, unknown> {
	if (context.getNodeParameter('specifyParameters', itemIndex) === 'json') {
		return readJsonObject(context, itemIndex, 'templateParametersJson', 'Template Parameters (JSON)');
	}
	const mapper = z
		.object({ value: z.record(z.unknown()).nullish() })
		.parse(context.getNodeParameter('templateParameters', itemIndex, {}));
	// A field of the form that was left alone is null.
	return Object.fromEntries(Object.entries(mapper.value ?? {}).filter(([, value]) => value !== null && value !== undefined));
}

function checkValues(
	context: IExecuteFunctions,
	itemIndex: number,
	template: Template,
	given: Record<string, unknown>,
): Record<string, string> {
	if (template.status !== '' && template.status !== 'ENABLE') {
		const reason = template.statusReason === '' ? '' : `: ${template.statusReason}`;
		throw fault(context, itemIndex, `Template ${template.id} cannot be sent, its status is ${template.status}${reason}`, "Choose an approved template in 'Template'.");
	}
	const { values, faults } = checkTemplateValues(template, given);
	if (faults.length === 0) return values;
	throw fault(context, itemIndex, `Template Parameters: ${faults.join('; ')}`, "Correct 'Template Parameters' for this item.");
}

function fault(context: IExecuteFunctions, itemIndex: number, message: string, description: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
