import { listAllBrandnames, listBrandnames, listOfficialAccounts } from '../../../../nodes/providers/esms/lists';
import samples from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const BASE_URL = 'https://rest.esms.vn';

describe('listOfficialAccounts (esms.md 10.9)', () => {
	const list = async (body: unknown) => {
		const { transport, requests } = recordingTransport(() => answerOf(body));
		return { accounts: await listOfficialAccounts({ baseUrl: BASE_URL, transport }), requests };
	};

	it('asks with a POST and reads the documented answer', async () => {
		const { accounts, requests } = await list(samples.officialAccounts);
		expect(requests).toStrictEqual([
			{ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/ZNS/GetListZOA/', body: {} },
		]);
		expect(accounts).toEqual([
			{ id: '745830328927467685', name: 'Hệ thống ESMS Marketing' },
			{ id: '4097311281936189049', name: 'SVoucher' },
		]);
	});

	it('keeps an ID that comes as a number', async () => {
		const { accounts } = await list('{"CodeResult":"100","ZOAList":[{"OAID":4097311281936189049}]}');
		expect(accounts).toEqual([{ id: '4097311281936189049', name: '4097311281936189049' }]);
	});

	it.each(['{"CodeResult":"100"}', '{"CodeResult":"100","ZOAList":null}', '{"CodeResult":"100","ZOAList":[]}'])('%s has none', async (body) => {
		expect((await list(body)).accounts).toEqual([]);
	});

	it('throws what eSMS says', async () => {
		const { failure } = await thrownBy(() => list({ CodeResult: '101', ErrorMessage: 'Authorize Failed.' }));
		expect(failure).toMatchObject({ code: '101', class: 'auth' });
	});
});

describe('listBrandnames (esms.md 10.8)', () => {
	const list = async (type: 1 | 2 | 23, body: unknown = samples.brandnames) => {
		const { transport, requests } = recordingTransport(() => answerOf(body));
		return { names: await listBrandnames({ baseUrl: BASE_URL, transport }, type), requests };
	};

	it('asks with a GET, with places for the keys in the path', async () => {
		const { requests } = await list(2);
		expect(requests).toStrictEqual([
			{ method: 'GET', url: 'https://rest.esms.vn/MainService.svc/json/GetListBrandname/{ApiKey}/{SecretKey}', query: {} },
		]);
	});

	it.each([
		[1, ['QC_ONLINE']],
		[2, ['Baotrixemay']],
		[23, ['BAT DONG SAN GIA TOT']],
	] as const)('gives the brandnames of type %s', async (type, names) => {
		expect((await list(type)).names).toEqual(names);
	});

	it('gives all of them with their types where no type is asked for', async () => {
		const { transport } = recordingTransport(() => answerOf(samples.brandnames));
		expect(await listAllBrandnames({ baseUrl: BASE_URL, transport })).toEqual([
			{ name: 'Baotrixemay', type: 2 },
			{ name: 'QC_ONLINE', type: 1 },
			{ name: 'BAT DONG SAN GIA TOT', type: 23 },
		]);
	});

	it.each([{}, { ListBrandName: null }])('%j has none', async (more) => {
		const { transport } = recordingTransport(() => answerOf({ CodeResponse: '100', ...more }));
		expect(await listAllBrandnames({ baseUrl: BASE_URL, transport })).toEqual([]);
	});

	it('reads a type that comes as text', async () => {
		expect((await list(2, { CodeResponse: '100', ListBrandName: [{ Brandname: 'A', Type: '2' }] })).names).toEqual(['A']);
	});

	it('throws what eSMS says, though the code has another name then', async () => {
		const { failure } = await thrownBy(() => list(2, samples.brandnamesAuthorizeFailed));
		expect(failure).toMatchObject({ code: '101', class: 'auth' });
	});
});
