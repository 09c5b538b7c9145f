import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { ESMS_OA, esms, KEYS, SVOUCHER } from './client.mjs';

type Own = Record<string, unknown>;

describe('eSMS users and followers of an OA', () => {
	let simulator: Simulator;
	const now = Date.parse('2026-11-21T09:00:00Z');
	beforeAll(async () => {
		simulator = await startSimulator({}, { clock: () => now });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const ask = async (operation: string, own: Own) => (await esms(simulator, operation, { ...KEYS, OAID: SVOUCHER, ...own })).json();

	describe('QueryListUID', () => {
		const SAMPLE = {
			OAID: '4097311281936189049',
			Offset: 0,
			Count: 50,
			FromDate: '01/09/2024',
			ToDate: '13/10/2024',
			IsFollower: '',
			TagName: '',
		};
		const RECENT = { ...SAMPLE, FromDate: '22/10/2026', ToDate: '21/11/2026' };
		const query = async (own: Own = {}) => await ask('QueryListUID/', { ...SAMPLE, ...own });
		const data = async (own: Own) => (await query(own)).Data as { Total: number; Users: string[] };

		it('answers the documented sample, both days included', async () => {
			expect(await query()).toEqual({
				CodeResult: '100',
				Data: {
					Count: 50,
					Offset: 0,
					Total: 4,
					Users: ['7406454492343693107', '7210831021380318952', '961919545811768483', '6559140676281540092'],
				},
			});
			expect(await data({ FromDate: '02/09/2024', ToDate: '12/10/2024' })).toMatchObject({ Total: 2 });
		});

		it('pages through the users of the last month, each once', async () => {
			const pages = await Promise.all([0, 50, 100, 150, 200, 250, 300].map(async (Offset) => await data({ ...RECENT, Offset })));
			expect(pages.map(({ Total, Users }) => [Total, Users.length])).toEqual([
				[255, 50], [255, 50], [255, 50], [255, 50], [255, 50], [255, 5], [255, 0],
			]);
			expect(new Set(pages.flatMap(({ Users }) => Users)).size).toBe(255);
		});

		it('tells followers from others, and knows tags', async () => {
			expect(await data({ IsFollower: '1' })).toMatchObject({ Total: 3 });
			expect(await data({ IsFollower: '0' })).toMatchObject({ Total: 1, Users: ['6559140676281540092'] });
			expect(await data({ TagName: 'VIP' })).toMatchObject({ Total: 1, Users: ['7406454492343693107'] });
			expect(await data({ TagName: 'VIP', IsFollower: '0' })).toMatchObject({ Total: 0, Users: [] });
			expect(await data({ IsFollower: undefined, TagName: undefined })).toMatchObject({ Total: 4 });
		});

		it('knows no users of an OA that nobody wrote to', async () => {
			expect(await data({ OAID: ESMS_OA })).toMatchObject({ Total: 0, Users: [] });
		});

		it.each([
			['161', 'FromDate is invalid date format.', { FromDate: '2024-09-01' }],
			['161', 'FromDate is invalid date format.', { FromDate: '31/02/2024' }],
			['161', 'FromDate is invalid date format.', { FromDate: undefined, ToDate: 'x' }],
			['161', 'ToDate is invalid date format.', { ToDate: '13/10/2024 00:00:00' }],
			['162', 'Offset is invalid.', { Offset: 9_951 }],
			['162', 'Offset is invalid.', { Offset: -1 }],
			['162', 'Count is invalid.', { Count: 51 }],
			['162', 'Count is invalid.', { Count: 0 }],
			['162', 'Count is invalid.', { Count: undefined }],
		])('answers %s, %s, to %j', async (code, message, own) => {
			expect(await query(own)).toEqual({ CodeResult: code, ErrorMessage: message });
		});

		it('takes the last page the documents allow, and numbers as text', async () => {
			expect(await query({ Offset: 9_950 })).toMatchObject({ CodeResult: '100', Data: { Offset: 9_950, Users: [] } });
			expect(await query({ Offset: '2', Count: '1' })).toMatchObject({ Data: { Users: ['961919545811768483'] } });
			expect(await query({ IsFollower: '2' })).toMatchObject({ CodeResult: '110' });
		});
	});

	describe('GetFollowers', () => {
		const query = async (own: Own) => await ask('ZNS/GetFollowers/', { Offset: 0, Count: 50, ...own });

		it('begins and counts as the documented sample', async () => {
			expect(await query({ Count: 1 })).toEqual({
				CodeResult: '100', ErrorMessage: 'success', Followers: [{ User_Id: '7800378501923859642' }], Total: 208,
			});
		});

		it('pages through all followers, each once', async () => {
			const pages = await Promise.all([0, 50, 100, 150, 200].map(async (Offset) => await query({ Offset })));
			const ids = pages.flatMap(({ Followers }) => (Followers as Array<{ User_Id: string }>).map(({ User_Id }) => User_Id));
			expect(ids).toHaveLength(208);
			expect(new Set(ids).size).toBe(208);
		});

		it('calls the size of a page Count, and Limit where the settings say so', async () => {
			expect(await query({ Count: undefined, Limit: 1 })).toMatchObject({ CodeResult: '110' });
			simulator.configure({ esms: { lists: { followersCount: 'either' } } });
			expect((await query({ Count: undefined, Limit: 1 })).Followers).toHaveLength(1);
			simulator.configure({ esms: { lists: { followersCount: 'Limit' } } });
			expect((await query({ Limit: 2 })).Followers).toHaveLength(2);
			expect(await query({})).toMatchObject({ CodeResult: '110' });
		});

		it('refuses a long page, or cuts it', async () => {
			expect(await query({ Count: 51 })).toMatchObject({ CodeResult: '110' });
			simulator.configure({ esms: { lists: { followersPageMax: 100 } } });
			expect((await query({ Count: 100 })).Followers).toHaveLength(100);
			simulator.configure({ esms: { retrieval: { overlongPage: 'cap' } } });
			expect((await query({ Count: 500 })).Followers).toHaveLength(100);
		});
	});
});
