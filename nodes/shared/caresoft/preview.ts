import type { Html } from '../preview/html';
import { card, note, rows } from '../preview/page';

/** Draws the values that go to a scenario of CareSoft, whose template CareSoft does not tell (caresoft.md 7.1). */
export function scenarioPicture(scenarioId: string, values: Record<string, string> | undefined): Html {
	return card({
		sender: `Scenario ${scenarioId} of CareSoft`,
		body: values === undefined ? 'CareSoft fills in the parameters as the scenario says.' : rows(Object.entries(values)),
		note: note('CareSoft does not tell the text of the template, so only its parameters are shown.'),
	});
}
