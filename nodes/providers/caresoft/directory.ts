import { z } from 'zod';
import { parseData } from './answer';
import { get, type CaresoftClient } from './client';
import { PATHS } from './endpoints';
import { rows, text } from './values';

const agentSchema = z.object({
	id: text,
	username: text,
	email: text,
	phone_no: text,
	agent_id: text,
	group_id: text,
	group_name: text,
	role_id: text,
	login_status: text,
	call_status: text,
	chat_status: text,
	ticket_status: text,
	created_at: text,
	updated_at: text,
});

const groupSchema = z.object({ group_id: text, group_name: text, created_at: text });
const serviceSchema = z.object({ service_id: text, service_name: text, service_type: text, type: text });

/** @returns the agents of the account (caresoft.md 5.1); times as CareSoft writes them */
export async function listAgents(client: CaresoftClient) {
	return (await list(client, PATHS.agents, 'agents')).map((raw) => {
		const agent = agentSchema.parse(raw);
		return {
			/** Names the agent wherever a ticket or contact does. */
			id: agent.id,
			name: agent.username,
			email: agent.email,
			phone: agent.phone_no,
			/** Number of the IP phone, not an ID of the agent. */
			extension: agent.agent_id,
			groupId: agent.group_id,
			groupName: agent.group_name,
			roleId: agent.role_id,
			loginStatus: agent.login_status,
			callStatus: agent.call_status,
			chatStatus: agent.chat_status,
			ticketStatus: agent.ticket_status,
			createdAt: agent.created_at,
			updatedAt: agent.updated_at,
			raw,
		};
	});
}

/** @returns the groups of the account (caresoft.md 5.2); times as CareSoft writes them */
export async function listGroups(client: CaresoftClient) {
	return (await list(client, PATHS.groups, 'groups')).map((raw) => {
		const { group_id, group_name, created_at } = groupSchema.parse(raw);
		return { id: group_id, name: group_name, createdAt: created_at, raw };
	});
}

/**
 * @param type number of the type of service; all types where it is not set
 * @returns the services of the account (caresoft.md 5.3)
 */
export async function listServices(client: CaresoftClient, type?: string) {
	const query = type === undefined ? undefined : { type };
	return (await list(client, PATHS.services, 'services', query)).map((raw) => {
		const service = serviceSchema.parse(raw);
		return { id: service.service_id, name: service.service_name, type: service.service_type, typeNumber: service.type, raw };
	});
}

async function list(client: CaresoftClient, path: string, key: string, query?: Record<string, string>): Promise<Array<Record<string, unknown>>> {
	const data = parseData(await get(client, path, query), z.object({ [key]: rows }));
	return data[key] ?? [];
}
