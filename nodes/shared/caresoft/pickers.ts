import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { CaresoftClient } from '../../providers/caresoft/client';
import { listCustomFields } from '../../providers/caresoft/customFields';
import { listAgents, listGroups, listServices } from '../../providers/caresoft/directory';
import { caresoft } from '../../providers/caresoft';
import { clientOf } from '../run/connect';
import { asNodeError } from '../pickers/asNodeError';
import { toResult } from '../pickers/toResult';

interface Entry {
	id: string | null;
	name: string | null;
}

/** Fills the list of agents of the CareSoft account. */
export async function searchAgents(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await search(this, listAgents, 'agent', filter);
}

/** Fills the list of groups of the CareSoft account. */
export async function searchGroups(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await search(this, listGroups, 'group', filter);
}

/** Fills the list of services, of all types: the number of those that send SMS is not documented (caresoft.md 5.3). */
export async function searchServices(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await search(this, listServices, 'service', filter);
}

/** Fills the list of custom fields that contacts have. */
export async function searchContactFields(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await search(this, async (client) => await listCustomFields(client, 'contact'), 'custom field of contacts', filter);
}

/** Fills the list of custom fields that tickets have. */
export async function searchTicketFields(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await search(this, async (client) => await listCustomFields(client, 'ticket'), 'custom field of tickets', filter);
}

async function search(
	context: ILoadOptionsFunctions,
	list: (client: CaresoftClient) => Promise<Entry[]>,
	what: string,
	filter?: string,
): Promise<INodeListSearchResult> {
	const entries = await asNodeError(context, async () => await list(await clientOf(context, caresoft)));
	return toResult(
		context,
		entries.flatMap(({ id, name }) => (id === null ? [] : [{ name: `${name ?? ''} (${id})`.trim(), value: id }])),
		filter,
		{
			message: `This CareSoft account has no ${what} yet`,
			description: 'Ask the administrator of your CareSoft account to add one. If it is there already, check that the credential is of the same account.',
		},
	);
}
