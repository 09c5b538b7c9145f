import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, esms, esmsGet, KEYS, SVOUCHER, type Answer } from './client.mjs';

type Own = Record<string, unknown>;

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `09${String(10_000_000 + i)}`);

describe('eSMS price estimates', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	describe('SummaryZaloMessage_V4_post_json', () => {
		const zns = async (own: Own = {}) =>
			await esms(simulator, 'SummaryZaloMessage_V4_post_json/', {
				...KEYS, Phone: '0901888484', Params: ['686868'], TempID: '205644', OAID: SVOUCHER, ...own,
			});

		it('answers the documented sample, decimals included, and sends nothing', async () => {
			simulator.configure({ esms: { znsPrice: 660 } });
			const answer = await zns();
			expect(answer.json()).toEqual({ CodeResult: '100', ErrorMessage: 'success', TotalPrice: 660, TotalReceiver: 1 });
			expect(answer.text).toContain('"TotalPrice":660.0000');
			expect(simulator.messages()).toEqual([]);
			expect(simulator.balance).toBe(simulator.settings.esms.balance);
		});

		it.each([
			['101', { ApiKey: 'x' }],
			['791', { OAID: undefined }],
			['791', { TempID: undefined }],
			['799', { OAID: '1' }],
			['789', { TempID: '1' }],
			['790', { Params: [] }],
			['790', { Params: undefined, TempData: { otp: '686868' } }],
			['790', { Params: ['12345678901'] }],
			['108', { Phone: '12' }],
			['102', { Phone: '0901001102' }],
		])('answers %s to %j', async (code, own) => {
			expect((await zns(own)).json()).toEqual({ CodeResult: code, ErrorMessage: expect.any(String) });
		});

		it('fails as the scripted number says', async () => {
			expect(await zns({ Phone: '0903000503' })).toMatchObject({ status: 503, contentType: expect.stringContaining('text/html') });
			expect((await zns({ Phone: '0903001004' })).json()).toEqual({ error: 'Invalid request' });
		});
	});

	describe('SummaryMultipleMessage_V4_get', () => {
		const FINE = { Phone: '0901888484', Content: 'Cảm ơn & hẹn gặp lại', ...KEYS, SmsType: '2', BrandName: 'Baotrixemay' };
		const sms = async (own: Record<string, string> = {}) =>
			(await esmsGet(simulator, `SummaryMultipleMessage_V4_get?${new URLSearchParams({ ...FINE, ...own }).toString()}`)).json();

		it('answers the price of one message', async () => {
			expect(await sms({ IsUnicode: '1' })).toEqual({ CodeResult: '100', ErrorMessage: 'success', TotalPrice: 850, TotalReceiver: 1 });
		});

		it('ends its 101 text with a dot, and keeps keys out of the log', async () => {
			expect(await sms({ ApiKey: 'x' })).toEqual({ CodeResult: '101', ErrorMessage: 'Authorize Failed.' });
			await sms();
			expect(JSON.stringify(simulator.requests())).not.toContain(KEYS.ApiKey);
		});

		it('answers the documented text to an unknown brandname; Brandname is another parameter', async () => {
			const unknown = { CodeResult: '104', ErrorMessage: 'Brand name code is not exist' };
			expect(await sms({ BrandName: 'Nobody' })).toEqual(unknown);
			expect(await sms({ BrandName: '', Brandname: 'Baotrixemay' })).toEqual(unknown);
		});

		it.each([
			['300', { SmsType: '' }],
			['118', { SmsType: '1' }],
			['110', { Content: '' }],
			['108', { Phone: '' }],
			['99', { Phone: '0901001099' }],
		])('answers %s to %j', async (code, own) => {
			expect((await sms(own)).CodeResult).toBe(code);
		});
	});

	describe('SummaryMultipleSMSBrandname', () => {
		const FINE = {
			APIKEY: KEYS.ApiKey, SECRETKEY: KEYS.SecretKey, CONTENT: 'Khuyen mai &lt;50%&gt; &amp; qua tang', SMSTYPE: '1', BRANDNAME: 'QC_ONLINE',
		};
		const xml = (own: Record<string, string> = {}, phones: string[] = numbers(30), root = 'RQST') =>
			`<${root}>\n${Object.entries({ ...FINE, ...own }).map(([name, value]) => `\t<${name}>${value}</${name}>\n`).join('')}` +
			`\t<CONTACTS>\n${phones.map((phone) => `\t\t<CUSTOMER><PHONE> ${phone} </PHONE></CUSTOMER>\n`).join('')}\t</CONTACTS>\n</${root}>`;
		const ads = async (body: string, type = 'text/plain'): Promise<Answer> =>
			await call('POST', `${simulator.esmsUrl}/MainService.svc/json/SummaryMultipleSMSBrandname/`, body, { 'Content-Type': type });

		it('counts distinct numbers', async () => {
			expect((await ads(xml({}, [...numbers(30), '84910000000', '0910000001']))).json()).toEqual({
				CodeResult: '100', ErrorMessage: 'success', TotalPrice: 25_500, TotalReceiver: 30,
			});
		});

		it('takes any well-formed document and both spellings of the content type', async () => {
			const odd = xml({ CONTENT: '<![CDATA[Khuyen mai <50%> & qua]]>' }).replace('<CONTACTS>', '<!-- numbers --><CONTACTS >');
			expect((await ads(`<?xml version="1.0" encoding="utf-8"?>\n${odd}`, 'application/text/plain; charset=utf-8')).json()).toMatchObject({
				CodeResult: '100', TotalReceiver: 30,
			});
		});

		it('cannot read JSON, broken XML, another root or another content type', async () => {
			const unreadable = { status: 400, contentType: expect.stringContaining('text/html') };
			expect(await ads('{"APIKEY":"x"}')).toMatchObject(unreadable);
			expect(await ads(xml().replace('</RQST>', ''))).toMatchObject(unreadable);
			expect(await ads(xml({ CONTENT: 'qua & tang' }))).toMatchObject(unreadable);
			expect(await ads(xml({}, numbers(30), 'rqst'))).toMatchObject(unreadable);
			expect(await ads(xml(), 'application/json')).toMatchObject(unreadable);
			simulator.configure({ esms: { estimate: { xmlContentType: 'any' } } });
			expect((await ads(xml(), 'application/xml')).json()).toMatchObject({ CodeResult: '100' });
		});

		it.each([
			['101', { APIKEY: 'x' }, undefined],
			['300', { SMSTYPE: '' }, undefined],
			['118', { SMSTYPE: '2' }, undefined],
			['104', { BRANDNAME: 'Baotrixemay' }, undefined],
			['110', { CONTENT: '' }, undefined],
			['108', {}, []],
			['108', {}, [...numbers(30), '12']],
		])('answers %s to %j', async (code, own, phones) => {
			expect((await ads(xml(own, phones))).json().CodeResult).toBe(code);
		});

		it('asks for 30 numbers where the settings say so', async () => {
			expect((await ads(xml({}, numbers(29)))).json()).toMatchObject({ CodeResult: '100', TotalReceiver: 29 });
			simulator.configure({ esms: { estimate: { advertisingMinimum: 'check' } } });
			expect((await ads(xml({}, numbers(29)))).json()).toEqual({
				CodeResult: '107', ErrorMessage: 'Each request has at least 30 numbers to be approved',
			});
			expect((await ads(xml({}, numbers(30)))).json()).toMatchObject({ CodeResult: '100' });
		});
	});
});
