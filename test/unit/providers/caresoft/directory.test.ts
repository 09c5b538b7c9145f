import fc from 'fast-check';
import { listCampaigns } from '../../../../nodes/providers/caresoft/campaigns';
import { listCustomFields } from '../../../../nodes/providers/caresoft/customFields';
import { listAgents, listGroups, listServices } from '../../../../nodes/providers/caresoft/directory';
import { parseJson } from '../../../../nodes/providers/json';
import samples from '../../../fixtures/caresoft/records.json';
import { answerOf } from '../recordingTransport';
import { accountWith } from './account';

it('lists agents, the extension of their phone apart from their ID (caresoft.md 5.1)', async () => {
	const { client, requests } = accountWith(() => answerOf(samples.agents));
	expect(await listAgents(client)).toEqual([
		{
			id: '142928097',
			name: 'Sample',
			email: '...',
			phone: '0336842288',
			extension: '50007',
			groupId: '12153',
			groupName: 'Default Group',
			roleId: '1',
			loginStatus: 'AVAILABLE',
			callStatus: 'AVAILABLE',
			chatStatus: null,
			ticketStatus: null,
			createdAt: '2022-07-08 09:48:41',
			updatedAt: '2022-08-08 17:42:08',
			raw: expect.objectContaining({ agent_id: '50007', id: 142928097 }),
		},
	]);
	expect(requests).toEqual([{ method: 'GET', url: 'https://api.caresoft.vn/khachhang01/api/v1/agents', query: {} }]);
});

it('lists groups (caresoft.md 5.2)', async () => {
	const { client } = accountWith(() => answerOf(samples.groups));
	expect(await listGroups(client)).toEqual([
		{ id: '12153', name: 'Default Group', createdAt: '2020-10-01 02:48:15', raw: expect.any(Object) },
	]);
});

it('lists services, of one type where it is given (caresoft.md 5.3)', async () => {
	const { client, requests } = accountWith(() =>
		answerOf({ code: 'ok', services: [{ service_id: 12, service_name: 'SMS MYSHOP', service_type: 'SMS' }, { service_id: 5, service_name: 'Zalo', service_type: 'Zalo', type: 10, detail: {} }] }),
	);
	const services = await listServices(client, '10');
	expect(services.map(({ id, name, type, typeNumber }) => [id, name, type, typeNumber])).toEqual([
		['12', 'SMS MYSHOP', 'SMS', null],
		['5', 'Zalo', 'Zalo', '10'],
	]);
	await listServices(client);
	expect(requests.map(({ query }) => query)).toStrictEqual([{ type: '10' }, {}]);
});

it('reads the definitions of custom fields, spelled as CareSoft does (caresoft.md 9.4)', async () => {
	const { client, requests } = accountWith(() => answerOf(samples.customFields));
	expect(await listCustomFields(client, 'ticket')).toEqual([
		{
			id: '6740',
			name: 'Phân loại',
			type: 'Single drop-down list',
			choices: [
				{ id: '109398', label: 'Đơn mua', parentId: null },
				{ id: '109399', label: 'Hỗ trợ khách hàng', parentId: null },
			],
			raw: expect.objectContaining({ custom_field_id: 6740 }),
		},
	]);
	await listCustomFields(client, 'contact');
	expect(requests.map(({ url }) => url.split('/v1')[1])).toEqual(['/tickets/custom_fields', '/contacts/custom_fields']);
});

it('knows which choice a choice belongs to, and takes either spelling (caresoft.md 9.4, 10.6)', async () => {
	const values = [{ id: 2, lable: 'Quận 1', parent_value_id: 1 }, { id: 3, label: 'Quận 3', parent_value_id: '1' }, { id: 4, lable: 'Huế' }];
	const { client } = accountWith(() => answerOf({ code: 'ok', custom_fields: [{ custom_field_id: 9, custom_field_label: 'Quận', values }] }));
	expect(await listCustomFields(client, 'contact')).toMatchObject([
		{
			id: '9',
			name: 'Quận',
			type: null,
			choices: [{ id: '2', label: 'Quận 1', parentId: '1' }, { id: '3', label: 'Quận 3', parentId: '1' }, { id: '4', label: 'Huế', parentId: null }],
		},
	]);
});

it('lists campaigns, also in a state that the filter does not know (caresoft.md 9.1)', async () => {
	const { client, requests } = accountWith(() =>
		answerOf({ code: 'ok', numFound: 1, campaigns: [{ campaign_id: 5102, campaign_name: 'Tết', campaign_status: 'FINISHED', start_time: '2022-09-11T10:00:00Z', end_time: null }] }),
	);
	expect(await listCampaigns(client, { status: 'STOP' }, 50)).toEqual([
		{ id: '5102', name: 'Tết', status: 'FINISHED', startsAt: '2022-09-11T10:00:00Z', endsAt: null, raw: expect.any(Object) },
	]);
	expect(requests[0]?.query).toEqual({ status: 'STOP', page: '1', count: '50' });
});

it.each([
	['agents', listAgents],
	['groups', listGroups],
	['services', listServices],
] as const)('a row of %s that is none costs none of the others, and null is an empty list', async (key, list) => {
	const listed = async (rows: unknown) => (await list(accountWith(() => answerOf({ code: 'ok', [key]: rows })).client)).map(({ raw }) => raw);
	expect(await listed([null, { id: 1 }, 'x', []])).toEqual([{ id: 1 }]);
	expect(await listed(null)).toEqual([]);
	await expect(listed([null])).rejects.toThrow(`"${key}"`);
});

it('rows of any shape are listed, and kept untouched', async () => {
	const keys = fc.constantFrom('id', 'username', 'custom_field_id', 'values', 'service_id', 'type', 'campaign_id', 'group_id');
	await fc.assert(
		fc.asyncProperty(fc.array(fc.dictionary(keys, fc.jsonValue()), { maxLength: 5 }), async (rows) => {
			const { client } = accountWith(() => answerOf({ code: 'ok', numFound: rows.length, agents: rows, campaigns: rows, custom_fields: rows, groups: rows, services: rows }));
			const lists = [await listAgents(client), await listGroups(client), await listServices(client), await listCustomFields(client, 'ticket'), await listCampaigns(client, {}, 50)];
			// As they came over the wire, where long numbers are kept as text.
			const sent = parseJson(JSON.stringify(rows));
			for (const list of lists) expect(list.map(({ raw }) => raw)).toEqual(sent);
		}),
	);
});
