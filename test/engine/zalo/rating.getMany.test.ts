import { byId, useAccount } from './account.mjs';

const HOUR = 3_600_000;
const SLOT = 6 * HOUR;
/** The simulator has one rating every six hours; one of five has a note, and this is it. */
const newest = Math.floor(Date.now() / SLOT / 5) * 5 * SLOT;
const at = (time: number) => new Date(time).toISOString();
/** As people in Vietnam write it, without an offset. */
const inVietnam = (time: number) => at(time + 7 * HOUR).slice(0, 19);

const account = useAccount('rating', 'getMany', { template: byId('415203'), from: at(newest - 2 * SLOT), to: at(newest) });

it('returns the ratings of the template with the time as ISO 8601', async () => {
	const { outputs, error } = await account.run();
	expect(error).toBeUndefined();
	expect(outputs[0]?.map(({ json }) => json.submittedAt)).toEqual([at(newest - 2 * SLOT), at(newest - SLOT), at(newest)]);
	expect(outputs[0]?.[0]).toEqual({
		json: {
			rating: expect.any(Number), ratingType: 'csat', option: 'five_emotions', feedbacks: expect.any(Array), note: null, submittedAt: at(newest - 2 * SLOT),
			messageId: expect.stringMatching(/^b0/), requestId: `DH-${newest / SLOT - 2}`, requestKey: null,
		},
		pairedItem: { item: 0 },
	});
	expect(outputs[0]?.[2]?.json.note).toBe('Tôi rất hài lòng.');
	expect(account.calls()).toEqual(['POST business/rating/get']);
});

it('turns the pages itself where all are wanted', async () => {
	const { outputs } = await account.run({ returnAll: true, from: at(newest - 105 * SLOT), to: at(newest) });
	expect(outputs[0]).toHaveLength(106);
	expect(new Set(outputs[0]?.map(({ json }) => json.messageId)).size).toBe(106);
	expect(account.calls()).toHaveLength(2);
});

it('returns no more than wanted, untouched where Simplify is off', async () => {
	const { outputs } = await account.run({ limit: 1, simplify: false });
	expect(outputs[0]?.map(({ json }) => json)).toEqual([
		{ feedbacks: expect.any(Array), msgId: expect.any(String), note: expect.any(String), option: 'five_emotions', rate: expect.any(Number), rating_type: 'csat', submitDate: String(newest - 2 * SLOT), trackingId: expect.any(String) },
	]);
});

it('the second in which the time ends belongs to it, the one before does not', async () => {
	const from = at(newest - SLOT + 1000);
	expect((await account.run({ from, to: at(newest + 999) })).outputs[0]).toHaveLength(1);
	expect((await account.run({ from, to: at(newest - 1) })).outputs[0]).toEqual([]);
});

it.each([
	['a date with an offset', (time: number) => at(time)],
	['a JavaScript date', (time: number) => `={{ new Date(${time}) }}`],
	['a date as people write it, in Vietnam time', (time: number) => inVietnam(time).replace(/^(\d+)-(\d+)-(\d+)T/, '$3/$2/$1 ')],
])('takes %s', async (_, write) => {
	const { outputs } = await account.run({ from: write(newest - SLOT), to: write(newest) });
	expect(outputs[0]?.map(({ json }) => json.submittedAt)).toEqual([at(newest - SLOT), at(newest)]);
});

it.each([
	['a time that ends before it starts', { to: at(newest - 3 * SLOT) }, 'From is later than To'],
	['no time', { from: '={{ "" }}' }, 'From is empty'],
	['no template', { template: byId('={{ $json.none }}') }, 'Template is empty'],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toBe(message);
	expect(account.calls()).toEqual([]);
});

it('makes failure items of templates that there are not where errors go on', async () => {
	const { outputs } = await account.run({ template: byId('={{ $json.id }}') }, [{ id: '99' }, { id: '415203' }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toHaveLength(3);
	expect(outputs[1]).toMatchObject([{ json: { id: '99', details: { code: '-109' } } }]);
});
