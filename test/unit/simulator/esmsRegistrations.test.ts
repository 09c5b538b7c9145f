import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { esms, KEYS, SVOUCHER } from './client.mjs';

type Own = Record<string, unknown>;

const ZNS = {
	Content: 'Xin chào <customer_name>, đơn hàng <order_code> đã được xác nhận.',
	ImageUrl: 'https://esms.vn/logo.png',
	OAID: SVOUCHER,
	SmsType: '25',
	CTA1: 'Xem đơn hàng',
};
const SMS = { Content: 'MYSHOP: don hang {madon:30} da duoc giao.', Brandname: 'MYSHOP', ServiceType: 2, SmsType: '2' };
const OA = { Dateactive: '2025-12-31', Duaration: '6', OAID: SVOUCHER, Package: '2' };
const CALLS = { zns: ['RegisZNSTemplateJson/', ZNS], sms: ['SubServicePreviewJson/', SMS], oa: ['RegisOAPackageJson/', OA] } as const;

describe('eSMS registration calls', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const register = async (kind: keyof typeof CALLS, own: Own = {}) => {
		const [operation, fine] = CALLS[kind];
		return (await esms(simulator, operation, { ...KEYS, ...fine, ...own })).json();
	};

	it('answer the documented sample, with an ErrorMessage on success', async () => {
		expect(await register('zns')).toEqual({
			CodeResult: '100', ErrorMessage: 'ViHAT is censoring trademark ownership', ServicePreviewId: 52330,
		});
		expect(await register('oa')).toMatchObject({ ErrorMessage: 'ViHAT is censoring trademark ownership', ServicePreviewId: 52331 });
		simulator.configure({ esms: { registration: { firstId: 52351 } } });
		expect(await register('sms')).toEqual({
			CodeResult: '100', ErrorMessage: 'ViHAT is moderating your template', ServicePreviewId: 52353,
		});
	});

	it('spell the id as the tables do where the settings say so', async () => {
		simulator.configure({ esms: { registration: { replyId: 'ServicepreviewId' } } });
		expect(await register('oa')).toMatchObject({ ServicepreviewId: 52330 });
	});

	it.each(['zns', 'sms', 'oa'] as const)('answer 199 to the same %s request again, whatever its CallbackUrl', async (kind) => {
		expect(await register(kind)).toMatchObject({ CodeResult: '100' });
		expect(await register(kind, { CallbackUrl: 'https://myshop.example/registered' })).toMatchObject({ CodeResult: '199' });
		const another = kind === 'oa' ? { Package: '3' } : { Content: 'another' };
		expect(await register(kind, another)).toMatchObject({ CodeResult: '100' });
		simulator.reset();
		expect(await register(kind)).toMatchObject({ CodeResult: '100' });
	});

	it('count no refused request as pending', async () => {
		expect(await register('oa', { Package: '9' })).toMatchObject({ CodeResult: '110' });
		expect(await register('oa', { Package: '9' })).toMatchObject({ CodeResult: '110' });
	});

	it.each([
		['101', 'zns', { SecretKey: 'x' }],
		['791', 'zns', { OAID: '' }],
		['799', 'zns', { OAID: '1' }],
		['300', 'zns', { SmsType: undefined }],
		['118', 'zns', { SmsType: '2' }],
		['110', 'zns', { Content: '' }],
		['110', 'zns', { ImageUrl: undefined }],
		['110', 'zns', { ImageUrl: 'logo.png' }],
		['101', 'sms', { ApiKey: 'x' }],
		['300', 'sms', { SmsType: '' }],
		['118', 'sms', { SmsType: '25' }],
		['301', 'sms', { ServiceType: 1 }],
		['301', 'sms', { ServiceType: undefined }],
		['104', 'sms', { Brandname: 'QC_ONLINE' }],
		['110', 'sms', { Content: undefined }],
		['101', 'oa', { ApiKey: 'x' }],
		['791', 'oa', { OAID: undefined }],
		['799', 'oa', { OAID: '1' }],
		['110', 'oa', { Dateactive: '31/12/2025' }],
		['110', 'oa', { Dateactive: '2025-02-30' }],
		['110', 'oa', { Duaration: undefined, Duration: '6' }],
		['110', 'oa', { Package: '4' }],
	] as const)('answer %s for %s to %j', async (code, kind, own) => {
		expect(await register(kind, own)).toEqual({ CodeResult: code, ErrorMessage: expect.any(String) });
	});

	it('take the other documented types of a value', async () => {
		expect(await register('zns', { SmsType: 24 })).toMatchObject({ CodeResult: '100' });
		expect(await register('sms', { SmsType: '8', ServiceType: '2' })).toMatchObject({ CodeResult: '100' });
		expect(await register('oa', { Package: 1, Duaration: 12 })).toMatchObject({ CodeResult: '100' });
	});

	it('take the picture by the name of the sample or the table, as the settings say', async () => {
		const byTable = { ImageUrl: undefined, ImageURL: 'https://esms.vn/logo.png' };
		expect(await register('zns', byTable)).toMatchObject({ CodeResult: '100' });
		simulator.configure({ esms: { registration: { names: 'sample' } } });
		expect(await register('zns', { ...byTable, Content: 'b' })).toMatchObject({ CodeResult: '110' });
		simulator.configure({ esms: { registration: { names: 'table' } } });
		expect(await register('zns', { Content: 'c' })).toMatchObject({ CodeResult: '110' });
		expect(await register('zns', { ...byTable, Content: 'c' })).toMatchObject({ CodeResult: '100' });
	});
});
