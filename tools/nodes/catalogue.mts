import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { Caresoft } from '../../nodes/Caresoft/Caresoft.node';
import { resources as caresoftResources } from '../../nodes/Caresoft/resources';
import { Esms } from '../../nodes/Esms/Esms.node';
import { resources as esmsResources } from '../../nodes/Esms/resources';
import { EsmsInboundTrigger } from '../../nodes/EsmsInboundTrigger/EsmsInboundTrigger.node';
import { SendZns } from '../../nodes/SendZns/SendZns.node';
import * as znsByCaresoft from '../../nodes/SendZns/actions/caresoft.operation';
import * as znsByEsms from '../../nodes/SendZns/actions/esms.operation';
import * as znsByZalo from '../../nodes/SendZns/actions/zalo.operation';
import { STATUS_KEYS, TRANSACTION_TYPES, type TransactionType } from '../../nodes/domain/transaction/types';
import type { Resource } from '../../nodes/shared/operations';
import { resources as zaloResources } from '../../nodes/ZaloOfficialAccount/resources';
import { ZaloOfficialAccount } from '../../nodes/ZaloOfficialAccount/ZaloOfficialAccount.node';
import { ZaloTransaction } from '../../nodes/ZaloTransaction/ZaloTransaction.node';
import { ZnsDeliveryTrigger } from '../../nodes/ZnsDeliveryTrigger/ZnsDeliveryTrigger.node';
import * as reportsOfCaresoft from '../../nodes/ZnsDeliveryTrigger/sources/caresoft';
import * as reportsOfEsms from '../../nodes/ZnsDeliveryTrigger/sources/esms';
import * as reportsOfZalo from '../../nodes/ZnsDeliveryTrigger/sources/zalo';
import { table } from '../markdown.mjs';

/** A set of fields that the editor shows together, such as those of an operation. */
export interface Section {
	title: string;
	/** Heading above it, where several sections stand under one. */
	resource?: string;
	/** As the panel of nodes names it. */
	action?: string;
	description: string;
	fields: INodeProperties[];
	/** Path of its output schema below the version of the node, where it has one of its own. */
	schema?: string;
}

export interface NodePage {
	/** Folder below nodes/. */
	folder: string;
	/** Name of the page below docs/nodes/. */
	file: string;
	description: INodeTypeDescription;
	sections: Section[];
	/** Path of the output schema of all sections. */
	schema: string;
	/** Text behind the sections. */
	extra?: string[];
}

/** Every node, in the order of the index. */
export const NODE_PAGES: NodePage[] = [
	{
		...page('SendZns', 'send-zns', new SendZns().description, (own) => [
			byOption(own, 'provider', 'esms', znsByEsms.fields),
			byOption(own, 'provider', 'caresoft', znsByCaresoft.fields),
			byOption(own, 'provider', 'zalo', znsByZalo.fields),
		]),
		// Without waiting.
		schema: 'send',
	},
	page('ZnsDeliveryTrigger', 'zns-delivery-trigger', new ZnsDeliveryTrigger().description, (own) => [
		byOption(own, 'source', 'esms', reportsOfEsms.fields),
		byOption(own, 'source', 'caresoft', reportsOfCaresoft.fields),
		byOption(own, 'source', 'zalo', reportsOfZalo.fields),
		whole('All Sources', 'Fields of every source', own.filter(({ name, displayOptions }) => name !== 'source' && !displayOptions)),
	]),
	{
		...page('ZaloTransaction', 'zalo-transaction-message', new ZaloTransaction().description, (own) => [
			whole('All Operations', 'Each kind of message is an operation, whose header starts with a text that fits it', own),
		]),
		// All kinds return the same.
		schema: 'order',
		extra: [
			'## What suits each operation',
			`Only the row *${STATUS_KEYS.VI}* (in English *${STATUS_KEYS.EN}*) may have a colour.`,
			table(['Operation', 'Header', 'Keys of rows', 'In English'], TRANSACTION_TYPES.map(startOf)),
		],
	},
	page('Esms', 'esms', new Esms().description, () => byResource(esmsResources)),
	page('EsmsInboundTrigger', 'esms-inbound-trigger', new EsmsInboundTrigger().description, (own) => [
		whole('All Fields', 'One item for each message', own),
	]),
	page('Caresoft', 'caresoft', new Caresoft().description, () => byResource(caresoftResources)),
	page('ZaloOfficialAccount', 'zalo-official-account', new ZaloOfficialAccount().description, () => byResource(zaloResources)),
];

function startOf({ name, defaults: { VI, EN } }: TransactionType): string[] {
	return [`Send ${name} Message`, VI.header, `${VI.identity}, ${VI.detail}`, `${EN.header}: ${EN.identity}, ${EN.detail}`];
}

function page(folder: string, file: string, description: INodeTypeDescription, sectionsOf: (own: INodeProperties[]) => Section[]): NodePage {
	return { folder, file, description, sections: sectionsOf(description.properties), schema: '' };
}

/** The fields that a choice of the node's first field shows. */
function byOption(own: INodeProperties[], chooser: string, value: string, fields: INodeProperties[]): Section {
	const option = own.find(({ name }) => name === chooser)?.options?.find((choice) => 'value' in choice && choice.value === value);
	if (!option || !('value' in option)) throw new Error(`There is no ${chooser} ${value}`);
	return { title: option.name, description: option.description ?? '', fields };
}

function whole(title: string, description: string, fields: INodeProperties[]): Section {
	return { title, description, fields };
}

function byResource(resources: Resource[]): Section[] {
	return resources.flatMap(({ option: resource, operations }) =>
		operations.map(({ option, fields }) => ({
			title: `${resource.name}: ${option.name}`,
			resource: resource.name,
			action: option.action,
			description: option.description ?? '',
			fields,
			schema: `${resource.value}/${option.value}`,
		})),
	);
}
