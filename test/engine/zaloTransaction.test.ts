import { TRANSACTION_TYPES } from '../../nodes/domain/transaction/types';
import sample from '../fixtures/esms/transaction.json';
import { SAMPLE_FORM, USER, useTransactions } from './transactions.mjs';

const transactions = useTransactions();

describe.each(TRANSACTION_TYPES.flatMap(({ value, defaults }) => (['VI', 'EN'] as const).map((language) => ({ value, language, defaults }))))(
	'$value in $language',
	({ value, language, defaults }) => {
		it('a message with only the recipient and the values arrives in the documented shape', async () => {
			const { header, identity, detail } = defaults[language];
			const status = language === 'VI' ? 'Trạng thái' : 'Status';
			const { outputs, error } = await transactions.run({
				operation: value,
				language,
				table: { row: [{ key: identity, value: 'DH001', style: '' }, { key: status, value: 'OK', style: 'green' }, { key: detail, value: '1', style: '' }] },
			});
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]).toEqual({
				json: expect.objectContaining({ provider: 'esms', channel: 'zalo', status: 'accepted', recipient: { zaloUserId: USER }, requestId: expect.stringMatching(/^transact-[0-9a-f]{40}$/) }),
				pairedItem: { item: 0 },
			});
			expect(transactions.arrived()).toEqual({
				recipient: { user_id: USER },
				message: {
					attachment: {
						type: 'template',
						payload: {
							template_type: `transaction_${value}`,
							language,
							elements: [
								{ type: 'header', content: header },
								{ type: 'table', content: [{ key: identity, value: 'DH001' }, { key: status, value: 'OK', style: 'green' }, { key: detail, value: '1' }] },
							],
						},
					},
				},
			});
		});
	},
);

it('the sample of the documentation is made from the form, to the letter (esms.md 6.7)', async () => {
	const { error } = await transactions.run(SAMPLE_FORM);
	expect(error).toBeUndefined();
	expect(transactions.arrived()).toEqual({ ...sample.Payload, recipient: { user_id: USER } });
});

it('the same message can be given as JSON', async () => {
	const { elements, buttons } = sample.Payload.message.attachment.payload;
	const { error } = await transactions.run({ operation: 'order', specifyMessage: 'json', messageJson: JSON.stringify({ elements, buttons }) });
	expect(error).toBeUndefined();
	expect(transactions.arrived()).toEqual({ ...sample.Payload, recipient: { user_id: USER } });
});

it('JSON goes out in NFC, in which its rows were checked', async () => {
	const { elements, buttons } = sample.Payload.message.attachment.payload;
	const { error } = await transactions.run({ operation: 'order', specifyMessage: 'json', messageJson: JSON.stringify({ elements, buttons }).normalize('NFD') });
	expect(error).toBeUndefined();
	expect(transactions.arrived()).toEqual({ ...sample.Payload, recipient: { user_id: USER } });
});

it('every action of a button has its own payload', async () => {
	const button = [
		{ title: 'a', type: 'oa.query.show', query: '#x' },
		{ title: 'b', type: 'oa.query.hide', query: '#y' },
		{ title: 'c', type: 'oa.open.sms', smsContent: 'hi', phoneCode: '+84 901 888 484' },
		{ title: 'd', type: 'oa.open.phone', phoneCode: '1900 1234' },
	];
	const { error } = await transactions.run({ ...SAMPLE_FORM, buttons: { button } });
	expect(error).toBeUndefined();
	const { payload } = (transactions.arrived() as unknown as typeof sample.Payload).message.attachment;
	expect(payload.buttons).toEqual([
		{ title: 'a', image_icon: '', type: 'oa.query.show', payload: '#x' },
		{ title: 'b', image_icon: '', type: 'oa.query.hide', payload: '#y' },
		{ title: 'c', image_icon: '', type: 'oa.open.sms', payload: { content: 'hi', phone_code: '84901888484' } },
		{ title: 'd', image_icon: '', type: 'oa.open.phone', payload: { phone_code: '19001234' } },
	]);
});

it.each([
	['text/plain', 'textPlain'],
	['application/json', 'json'],
] as const)('the content type is %s where the user chose it', async (contentType, accepted) => {
	transactions.simulator.configure({ esms: { transactionContentType: accepted } });
	const { error } = await transactions.run({ ...SAMPLE_FORM, options: { contentType } });
	expect(error).toBeUndefined();
	const other = contentType === 'text/plain' ? 'application/json' : 'text/plain';
	const { error: refused } = await transactions.run({ ...SAMPLE_FORM, header: 'x', options: { contentType: other } });
	expect(refused).toBeDefined();
});

it('sends text/plain where nothing is chosen', async () => {
	transactions.simulator.configure({ esms: { transactionContentType: 'textPlain' } });
	expect((await transactions.run(SAMPLE_FORM)).error).toBeUndefined();
});

it('all faults are listed at once, with the item, and nothing is sent', async () => {
	const { error } = await transactions.run(
		{ ...SAMPLE_FORM, header: 'x'.repeat(101), bannerUrl: 'http://example.com/a.gif', table: { row: [{ key: 'Giá', value: '={{ $json.price }}', style: 'red' }] } },
		{ items: [{ user: USER }] },
	);
	expect(error?.message).toMatch(/Banner URL.*; Header has 101 characters.*; Table Rows 1: Value is empty; .*style "red".*; The table has no identity row/);
	expect(error?.description).toContain('Nothing was sent.');
	expect(error?.context?.itemIndex).toBe(0);
	expect(transactions.simulator.requests()).toEqual([]);
});

it.each([
	['an empty Zalo user ID', { user: '' }, /Zalo User ID is empty/],
	['a Zalo user ID that was rounded', { user: 31215806834323092 }, /was rounded/],
	['a phone number in its place', { user: '+84901888484' }, /is a phone number, not a Zalo user ID/],
])('refuses %s', async (_, item, message) => {
	const { error } = await transactions.run(SAMPLE_FORM, { items: [item] });
	expect(error?.message).toMatch(message);
});

it('with Continue On Fail a setting that holds for all leaves by the error output, and no raw item by the other', async () => {
	const { outputs } = await transactions.run({ ...SAMPLE_FORM, previewOnly: '={{ $json.preview }}' }, { items: [{ user: USER, preview: true }, { user: USER, preview: false }], onError: 'continueErrorOutput' });
	expect(outputs[0]).toEqual([]);
	expect(outputs[1]?.map(({ json }) => json.error)).toEqual(Array(2).fill('Preview Only is not the same for all items'));
	expect(transactions.simulator.requests()).toEqual([]);
});

it('gives a duplicate receipt for the same message', async () => {
	await transactions.run(SAMPLE_FORM);
	const { outputs } = await transactions.run(SAMPLE_FORM, { executionId: 'execution-2' });
	expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
	const { outputs: other } = await transactions.run({ ...SAMPLE_FORM, header: 'Khác' }, { executionId: 'execution-3' });
	expect(other[0]?.[0]?.json.status).toBe('accepted');
});
