import { NUMBERS_TO_TRY } from '../../../sandbox/simulator/numbersToTry.mjs';
import { recipientScript } from '../../../sandbox/simulator/recipients.mjs';

it('the numbers to try do what is said of them', () => {
	const scripts = Object.fromEntries(NUMBERS_TO_TRY.map(([number]) => [number, recipientScript(number)]));
	expect(scripts).toEqual({
		'0901888484': {}, '0901000118': { zaloFailure: -118 }, '0901000139': { zaloFailure: -139 }, '0901001103': { refusal: 103 },
		'0904000001': { report: 'none' }, '0904000003': { report: 'late' }, '0903001002': { answer: 'closeAfter' },
	});
});
