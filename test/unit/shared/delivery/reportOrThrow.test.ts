import { zalo } from '../../../../nodes/providers/zalo';
import { toReport } from '../../../../nodes/providers/zalo/report';
import type { Told } from '../../../../nodes/shared/delivery/inquire';
import { reportOrThrow } from '../../../../nodes/shared/delivery/reportOrThrow';

const report = toReport({ messageId: 'm1', outcome: 'pending', deliveredAt: null }, {}, new Date(0));
const refusal = new Error('not now');
const askWhichTells = async (told: Told) => await reportOrThrow(async () => await Promise.resolve(told), { messageId: 'm1' }, zalo, 'Check the ID.');

it('gives the report, also where a further call could not be made', async () => {
	expect(await askWhichTells({ report })).toBe(report);
	expect(await askWhichTells({ report, error: refusal })).toBe(report);
});

it('throws why nobody could be asked', async () => {
	await expect(askWhichTells({ error: refusal })).rejects.toBe(refusal);
});

it('says that the provider does not know the message, what to do, and that it is worth another try', async () => {
	await expect(askWhichTells({})).rejects.toMatchObject({
		message: expect.stringContaining('Zalo does not know this message, or not yet') as string,
		details: { provider: 'zalo', failure: { class: 'retry', recommendedAction: 'Check the ID.' } },
	});
});
