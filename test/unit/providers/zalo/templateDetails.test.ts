import { getTemplateDetails } from '../../../../nodes/providers/zalo/templateDetails';
import samples from '../../../fixtures/zalo/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const detailsOf = async (answer: unknown, status = 200) => await getTemplateDetails({ baseUrl: '', transport: recordingTransport(() => answerOf(answer, status)).transport }, '12345');
const of = async (data: object) => await detailsOf({ error: 0, data });

it('the sample of Zalo is told whole (zalo.md 4.1)', async () => {
	expect(await detailsOf(samples.template)).toEqual({
		templateId: '12345', name: '...', status: 'ENABLE', statusReason: null, tag: 'IN_TRANSACTION', quality: 'HIGH',
		previewUrl: 'https://account.zalo.cloud/znspreview/...', timeoutMs: 7_200_000, priceByPhone: 800, priceByUserId: 560,
		buttons: [{ title: 'Truy cập website', content: 'https://...', type: 'website' }, { title: 'Gọi CSKH', content: '0858808xxx', type: 'call' }],
		parameters: [{ name: 'payment_link', type: 'STRING', required: true, minLength: 0, maxLength: 30, acceptsEmpty: false }],
		raw: samples.template.data,
	});
});

it('what Zalo leaves out is null, and the template is the one that was asked for', async () => {
	expect(await of({ status: 'REJECT', reason: ' Wrong logo ' })).toEqual({
		templateId: '12345', name: null, status: 'REJECT', statusReason: 'Wrong logo', tag: null, quality: null,
		previewUrl: null, timeoutMs: null, priceByPhone: null, priceByUserId: null, buttons: [], parameters: [], raw: { status: 'REJECT', reason: ' Wrong logo ' },
	});
});

it.each([[{ price: '800', price_sdt: '700' }, 700], [{ price: '800' }, 800], [{ price: 800, price_sdt: null }, 800], [{ price: 800, price_sdt: 0 }, 0]])('with %j a message by phone costs %d', async (prices, priceByPhone) => {
	expect(await of(prices)).toMatchObject({ priceByPhone, priceByUserId: null });
});

it.each([
	[1, 'website'], [2, 'call'], [3, 'officialAccountPage'], ['4', 'miniApp'], [5, 'appDownload'], [6, 'productDistribution'], [7, 'otherWebOrMiniApp'],
	[8, 'otherApp'], [9, 'article'], [10, 'copy'], [11, 'instantPayment'], [' 12 ', 'details'], [13, '13'], ['NEW', 'NEW'], [null, null], [{}, null],
])('a button of type %j is one of %p (zalo.md 4.4)', async (type, named) => {
	expect((await of({ listButtons: [{ type, title: 'T' }] })).buttons).toEqual([{ type: named, title: 'T', content: null }]);
});

it.each([[null], ['x'], [{}], [5]])('buttons that are %j are none', async (listButtons) => {
	expect((await of({ listButtons })).buttons).toEqual([]);
});

it('a button or parameter of another shape costs nothing but itself', async () => {
	const { buttons, parameters } = await of({ listButtons: ['x', { title: 'T', type: 2, content: 'C' }], listParams: [5, { name: 'p', require: 'false', acceptNull: 'true', minLength: '2', maxLength: 'long', type: 1 }] });
	expect(buttons).toEqual([{ title: null, content: null, type: null }, { title: 'T', content: 'C', type: 'call' }]);
	expect(parameters).toEqual([
		{ name: null, type: null, required: null, minLength: null, maxLength: null, acceptsEmpty: null },
		{ name: 'p', type: '1', required: false, minLength: 2, maxLength: null, acceptsEmpty: true },
	]);
});

it('parameters that are no list are a fault: without them no message could be checked', async () => {
	expect((await thrownBy(async () => await of({ listParams: 'x' }))).failure).toMatchObject({ class: 'protocol', title: 'Zalo answered, but "listParams" in its answer is missing or cannot be read' });
	expect((await of({ listParams: null })).parameters).toEqual([]);
});

it.each([{ error: 0 }, { error: 0, data: null }, { error: '0', data: {} }, { error: 0, data: [{ templateId: '1' }] }])('an answer that says nothing of the template is none of a template without parameters: %j', async (answer) => {
	expect(await thrownBy(async () => await detailsOf(answer, 201))).toMatchObject({
		provider: 'zalo', status: 201, raw: null,
		failure: { code: null, title: 'Zalo says nothing of template 12345', class: 'retry', recommendedAction: expect.stringContaining("Check the ID in 'Template'") as string },
	});
});
