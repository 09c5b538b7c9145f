import { startSimulator, type DeepPartial, type FollowerSettings, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { follower, samplePayload, sendTransaction, USER, type Json } from './zaloMessages.mjs';

const ID = { key: 'Mã đơn', value: 'DH-1' };
const OK = 'OK';

const row = (key: string, value = 'x', more: Json = {}) => ({ key, value, ...more });
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(`Dòng ${i}`));
const table = (...content: unknown[]) => ({ elements: [{ type: 'table', content }] });
const withElement = (...elements: Json[]) => ({ elements: [...elements, { type: 'table', content: [ID] }] });
const button = (own: Json = {}) => ({ title: 'Xem', type: 'oa.query.show', payload: '#a', ...own });
const action = (type: string, payload: unknown) => ({ buttons: [button({ type, payload })] });
const banner = (image_url: unknown) => withElement({ type: 'banner', image_url });

const TYPES = [
	'billing', 'order', 'reward', 'contract', 'booking', 'membership', 'event', 'transaction', 'account', 'internal',
	'partnership', 'education', 'rating',
];

describe('the rules of a transaction message', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	/** OK, or the rule in the answer. */
	const verdict = async (inner: Json, own: Json = {}) => {
		const { CodeResult, ErrorMessage } = (await sendTransaction(simulator, inner, own)).json();
		return CodeResult === '100' ? OK : `${String(CodeResult)} ${String(ErrorMessage)}`;
	};
	const set = (settings: DeepPartial<FollowerSettings>) => simulator.configure({ esms: { follower: settings } });
	/** Expects `OK`, or 210 with these words. */
	const expectVerdict = async (inner: Json, expected: string, own: Json = {}) => {
		const answer = await verdict(inner, own);
		expect(expected === OK ? answer : answer.startsWith('210 ') && answer.includes(expected) ? expected : answer).toBe(expected);
	};

	it.each(TYPES)('takes transaction_%s', async (type) => {
		await expectVerdict({ template_type: `transaction_${type}` }, OK);
	});

	it.each<[string, string, Json]>([
		['no recipient', 'recipient', { Payload: { message: {} } }],
		['a numeric user id', 'recipient.user_id', { Payload: follower(samplePayload(), 31215806834323) }],
		['an empty user id', 'recipient.user_id', { Payload: follower(samplePayload(), '') }],
		['message.text', 'message.text', { Payload: follower(samplePayload(), USER, { text: 'a' }) }],
		['no attachment', 'message.attachment', { Payload: { recipient: { user_id: USER }, message: {} } }],
		[
			'another attachment type',
			'message.attachment.type',
			{ Payload: { recipient: { user_id: USER }, message: { attachment: { type: 'file', payload: samplePayload() } } } },
		],
	])('refuses %s', async (_, rule, own) => await expectVerdict({}, rule, own));

	it.each<[string, string, Json]>([
		['no language', OK, { language: undefined }],
		['a language in lower case', 'language', { language: 'vi' }],
		['no elements', 'elements must be an array', { elements: undefined }],
		['an unknown element', 'elements[0].type', withElement({ type: 'image' })],
		['no buttons', OK, { buttons: undefined }],
		['an empty list of buttons', OK, { buttons: [] }],
		['a table alone', OK, table(ID)],
		['no table', 'type table is missing', { elements: [{ type: 'header', content: 'a' }] }],
		['two headers', 'only one element may be of type header', withElement({ type: 'header', content: 'a' }, { type: 'header', content: 'b' })],
		['two texts', OK, withElement({ type: 'text', content: 'a' }, { type: 'text', content: 'b' })],
		['three texts', 'at most 2', withElement(...['a', 'b', 'c'].map((content) => ({ type: 'text', content })))],
		['a header of 100', OK, withElement({ type: 'header', content: 'ế'.repeat(100) })],
		['a header of 100 in NFD', OK, withElement({ type: 'header', content: 'ế'.repeat(100).normalize('NFD') })],
		['a header of 101', 'at most 100', withElement({ type: 'header', content: 'ế'.repeat(101) })],
		['an empty header', 'elements[0].content', withElement({ type: 'header', content: '' })],
		['a text of 250 emoji', OK, withElement({ type: 'text', content: '📲'.repeat(250) })],
		['a text of 251 emoji', 'at most 250', withElement({ type: 'text', content: '📲'.repeat(251) })],
		['an empty align', OK, withElement({ type: 'text', content: 'a', align: '' })],
		['align right', OK, withElement({ type: 'header', content: 'a', align: 'right' })],
		['another align', 'elements[0].align', withElement({ type: 'text', content: 'a', align: 'justify' })],
	])('%s: %s', async (_, expected, inner) => await expectVerdict(inner, expected));

	it.each<[string, unknown]>([
		[OK, 'https://shop.vn/a.jpg'],
		[OK, 'https://shop.vn/a.JPEG?v=1'],
		[OK, 'https://shop.vn/image'],
		['image_url', 'http://shop.vn/a.png'],
		['image_url', 'https://shop.vn/a.gif'],
		['image_url', 'shop.vn/a.png'],
		['image_url', undefined],
	])('banner %s: %s', async (expected, url) => await expectVerdict(banner(url), expected));

	it('can ask every banner for an ending, or for none', async () => {
		set({ bannerExtension: 'required' });
		await expectVerdict(banner('https://shop.vn/image'), 'jpg or a png');
		set({ bannerExtension: 'unchecked' });
		await expectVerdict(banner('https://shop.vn/a.gif'), OK);
	});

	describe('tables', () => {
		it.each<[string, string, Json]>([
			['no identity row', 'no identity row', table(row('Giá tiền'))],
			['the name of the customer', OK, table(row('Tên khách hàng'))],
			['more than the name of the customer', 'no identity row', table(row('Tên khách hàng A'))],
			['"Mã" in the middle', 'no identity row', table(row('Số Mã'))],
			['"Mã" in NFD', OK, table(row('Mã đơn'.normalize('NFD')))],
			['an English key in a Vietnamese message', 'no identity row', table(row('Order Code'))],
			['a key of 25', OK, table(row(`Mã ${'ẫ'.repeat(22)}`.normalize('NFD')))],
			['a key of 26', 'at most 25', table(row(`Mã ${'ẫ'.repeat(23)}`))],
			['a value of 100', OK, table(row('Mã', '😀'.repeat(100)))],
			['a value of 101', 'at most 100', table(row('Mã', '😀'.repeat(101)))],
			['an empty value', 'content[0].value', table(row('Mã', ''))],
			['a number as value', 'content[0].value', table({ key: 'Mã', value: 1 })],
			['no key', 'content[0].key', table({ value: 'x' })],
			['a style on another row', 'style is allowed only', table(row('Mã', 'x', { style: 'red' }))],
			['a style on a row named alike', 'style is allowed only', table(ID, row('Trạng thái đơn', 'x', { style: 'red' }))],
			['a sixth colour', 'style must be one of', table(ID, row('Trạng thái', 'x', { style: 'orange' }))],
			['an identity row and four', OK, table(ID, ...rows(4))],
			['an identity row and five', 'may have 5 rows', table(ID, ...rows(5))],
		])('%s: %s', async (_, expected, inner) => await expectVerdict(inner, expected));

		it.each(['green', 'blue', 'yellow', 'red', 'grey'])('takes the colour %s on the status row', async (style) => {
			await expectVerdict(table(ID, row('Trạng thái', 'x', { style })), OK);
			await expectVerdict({ language: 'EN', ...table(row('Order Code'), row('Status', 'x', { style })) }, OK);
		});

		it.each<[string, string, Json]>([
			['a key with Code', OK, table(row('My Code 1'))],
			['a key with code', 'no identity row', table(row('My code'))],
			['the name of the customer', OK, table(row('Customer Name'))],
			['a Vietnamese key', 'no identity row', table(ID)],
			['the Vietnamese status row', 'style is allowed only', table(row('Code'), row('Trạng thái', 'x', { style: 'red' }))],
		])('in English, %s: %s', async (_, expected, inner) => await expectVerdict({ language: 'EN', ...inner }, expected));

		it('may allow five rows besides the identity rows', async () => {
			set({ tableRows: 'fiveBesideIdentity' });
			await expectVerdict(table(ID, ...rows(5)), OK);
			await expectVerdict(table(ID, row('Mã khách'), ...rows(5)), OK);
			await expectVerdict(table(ID, ...rows(6)), '5 rows besides');
		});

		it('may take keys of either language, without a language of one, or compare them exactly', async () => {
			await expectVerdict({ language: undefined, ...table(row('Code')) }, 'no identity row');
			set({ omittedLanguage: 'EN' });
			await expectVerdict({ language: undefined, ...table(row('Code')) }, OK);
			set({ omittedLanguage: 'VI', keyLanguage: 'either' });
			await expectVerdict(table(row('Code'), row('Status', 'x', { style: 'red' })), OK);
			set({ keyComparison: 'exact' });
			await expectVerdict(table(row('Mã đơn'.normalize('NFD'))), 'no identity row');
		});
	});

	describe('buttons', () => {
		it.each<[string, string, Json]>([
			['four', OK, { buttons: Array.from({ length: 4 }, () => button()) }],
			['five', 'at most 4 buttons', { buttons: Array.from({ length: 5 }, () => button()) }],
			['a title of 35', OK, { buttons: [button({ title: 'ộ'.repeat(35).normalize('NFD') })] }],
			['a title of 36', 'at most 35', { buttons: [button({ title: 'ộ'.repeat(36) })] }],
			['no title', 'buttons[0].title', { buttons: [button({ title: undefined })] }],
			['the default icon', OK, { buttons: [button({ image_icon: 'default' })] }],
			['an empty icon', OK, { buttons: [button({ image_icon: '' })] }],
			['an icon that is no string', 'image_icon', { buttons: [button({ image_icon: 1 })] }],
			['an unknown action', 'buttons[0].type', action('oa.open.app', '#a')],
			['a link', OK, action('oa.open.url', { url: 'https://shop.vn/1?a=b' })],
			['a link as a string', 'must be an object', action('oa.open.url', 'https://shop.vn')],
			['a link without a scheme', 'payload.url', action('oa.open.url', { url: 'shop.vn' })],
			['a script as a link', 'payload.url', action('oa.open.url', { url: 'javascript:alert(1)' })],
			['a query of 1,000', OK, action('oa.query.hide', '😀'.repeat(1_000))],
			['a query of 1,001', 'at most 1000', action('oa.query.hide', 'a'.repeat(1_001))],
			['an empty query', 'buttons[0].payload', action('oa.query.show', '')],
			['a query as an object', 'buttons[0].payload', action('oa.query.show', { text: 'a' })],
			['an SMS of 160', OK, action('oa.open.sms', { content: 'ế'.repeat(160), phone_code: '84919018791' })],
			['an SMS of 161', 'at most 160', action('oa.open.sms', { content: 'a'.repeat(161), phone_code: '84919018791' })],
			['an SMS without text', 'payload.content', action('oa.open.sms', { phone_code: '84919018791' })],
			['an SMS to phoneCode', 'phone_code', action('oa.open.sms', { content: 'a', phoneCode: '84919018791' })],
			['a call with 84', OK, action('oa.open.phone', { phone_code: '84919018791' })],
			['a call with 0', OK, action('oa.open.phone', { phone_code: '0901888484' })],
			['a call with a plus', 'phone_code', action('oa.open.phone', { phone_code: '+84901888484' })],
			['a call with spaces', 'phone_code', action('oa.open.phone', { phone_code: '0901 888 484' })],
			['a call to a short number', OK, action('oa.open.phone', { phone_code: '19001234' })],
			['a call to a number', 'phone_code', action('oa.open.phone', { phone_code: 901888484 })],
		])('%s: %s', async (_, expected, inner) => await expectVerdict(inner, expected));

		it('may have titles of 100, links as strings, numbers like the samples only, and need an icon', async () => {
			set({ buttonTitleMax: 100, openUrlPayload: 'either', phoneCodes: 'samples', imageIcon: 'required' });
			await expectVerdict({ buttons: [button({ title: 'a'.repeat(100), image_icon: '' })] }, OK);
			await expectVerdict({ buttons: [button({ title: 'a'.repeat(101), image_icon: '' })] }, 'at most 100');
			const strict = (type: string, payload: unknown) => ({ buttons: [button({ type, payload, image_icon: '' })] });
			await expectVerdict(strict('oa.open.url', 'https://shop.vn'), OK);
			await expectVerdict(strict('oa.open.phone', { phone_code: '84919018791' }), OK);
			await expectVerdict(strict('oa.open.phone', { phone_code: '19001234' }), 'phone_code');
			await expectVerdict({ buttons: [button()] }, 'image_icon');
		});
	});
});
