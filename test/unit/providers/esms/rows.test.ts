import fc from 'fast-check';
import { z } from 'zod';
import { getSentReports } from '../../../../nodes/providers/esms/sentMessages';
import { idSchema } from '../../../../nodes/providers/esms/fieldSchemas';
import { getReceiverReports } from '../../../../nodes/providers/esms/smsStatus';
import { listAllBrandnames, listOfficialAccounts } from '../../../../nodes/providers/esms/lists';
import { getRatings } from '../../../../nodes/providers/esms/ratings';
import { looseRow, readable, rowsOf } from '../../../../nodes/providers/esms/rows';
import { getSmsTemplates, getZaloTemplates } from '../../../../nodes/providers/esms/templateLists';
import { getFollowers, getInteractingUsers } from '../../../../nodes/providers/esms/userLists';
import type { EsmsClient } from '../../../../nodes/providers/esms/client';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const NOW = new Date('2026-11-21T08:00:00Z');
const RANGE = { from: '2026-01-01 00:00:00', to: '2026-01-02 00:00:00' };

/** Every call that answers with a list: how a list of rows is wrapped, one good row, and the read list. */
const LISTS: Array<[name: string, wrap: (rows: unknown[]) => object, good: unknown, read: (client: EsmsClient) => Promise<unknown[]>]> = [
	['Official Accounts', (ZOAList) => ({ ZOAList }), { OAID: '1', OAName: 'A' }, listOfficialAccounts],
	['brandnames', (ListBrandName) => ({ ListBrandName }), { Brandname: 'A', Type: 2 }, listAllBrandnames],
	['templates of Zalo', (ZNSTemplates) => ({ ZNSTemplates }), { TempId: 1 }, async (client) => await getZaloTemplates(client, '1')],
	['SMS templates', (BrandnameTemplates) => ({ BrandnameTemplates }), { TempId: 1 }, async (client) => await getSmsTemplates(client, 'A')],
	['ratings', (Data) => ({ Data }), { rate: 5 }, async (client) => await getRatings(client, { officialAccountId: '1', templateId: '1', ...RANGE }, 50)],
	['followers', (Followers) => ({ Followers }), { User_Id: '1' }, async (client) => await getFollowers(client, '1', 50)],
	['interacting users', (Users) => ({ Data: { Users } }), '1', async (client) => await getInteractingUsers(client, { officialAccountId: '1', ...RANGE }, 50)],
	['sent messages', (SentData) => ({ SentData }), { ReferenceId: 'a', SendStatus: 5, SendResult: 1 }, async (client) => await getSentReports(client, { typeId: '2', ...RANGE }, 50, NOW)],
	['receivers', (ReceiverList) => ({ SendStatus: 5, ReceiverList }), { Phone: '0901888484', IsSent: true, SentResult: true }, async (client) => (await getReceiverReports(client, 'a', 'sms', NOW)) ?? []],
];

const clientOf = (body: object) => ({ baseUrl: '', transport: recordingTransport(() => answerOf({ CodeResult: '100', ...body })).transport });

describe.each(LISTS)('%s', (_, wrap, good, read) => {
	it.each([[null], [7], ['']] as const)('the odd row %j costs only itself', async (odd) => {
		const alone = await read(clientOf(wrap([good])));
		expect(alone.length).toBe(1);
		const beside = await read(clientOf(wrap([odd, good])));
		// A number is an ID where rows are IDs.
		expect(beside.slice(-1)).toEqual(alone);
		expect(beside.length).toBe(odd === 7 && typeof good === 'string' ? 2 : 1);
	});

	it('a list of which nothing can be read is not called empty', async () => {
		expect((await thrownBy(() => read(clientOf(wrap([null, [], null]))))).failure).toMatchObject({ class: 'protocol' });
		expect(await read(clientOf(wrap([])))).toEqual([]);
	});
});

it('keeps every readable row in its order and its place, whatever stands beside it', () => {
	const schema = rowsOf(z.object({ id: idSchema }));
	const goodRow = fc.record({ id: fc.stringMatching(/^[a-z]{1,5}$/) });
	const oddRow = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.constant({}), fc.constant({ id: null }), fc.array(fc.integer()));
	fc.assert(
		fc.property(fc.array(fc.oneof(goodRow.map((row) => ({ row, good: true })), oddRow.map((row) => ({ row, good: false })))), (rows) => {
			const read = schema.parse(rows.map(({ row }) => row));
			expect(read).toEqual(rows.map(({ row, good }) => (good ? row : undefined)));
			if (read.some((row) => row !== undefined)) expect(readable(read)).toEqual(rows.filter(({ good }) => good).map(({ row }) => row));
		}),
	);
});

it('a row of which nothing must be there may be anything', () => {
	const schema = z.array(looseRow(z.object({ name: z.string().nullish().catch(null) })));
	expect(schema.parse([{ name: 'a' }, null, 'b', { name: 5 }])).toEqual([{ name: 'a' }, {}, {}, { name: null }]);
});

it('an offset counts the rows that could not be read', async () => {
	const { transport, requests } = recordingTransport(({ body }) => {
		const offset = Number(body?.Offset);
		const ids = Array.from({ length: 60 }, (_, at) => (at === 3 ? null : { User_Id: String(1000 + at) }));
		return answerOf({ CodeResult: '100', Followers: ids.slice(offset, offset + Number(body?.Count)) });
	});
	const found = await getFollowers({ baseUrl: '', transport }, '1', Number.POSITIVE_INFINITY);
	expect(found).toHaveLength(59);
	expect(requests.map(({ body }) => body?.Offset)).toEqual([0, 50]);
});
