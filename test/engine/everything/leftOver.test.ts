import { get, set } from 'lodash';
import { FORMS, type Form } from '../../fuzz/parameters.mjs';
import { runNode, type EngineRun } from '../../support/engine.mjs';
import { credentialsFor, readsTemplate, startTakers, type Takers } from '../../support/goodAnswers.mjs';
import { faultsOf } from './sentences.mjs';
import { ALL_FORMS } from './variants.mjs';

/** Where a form holds what a customer reads, opens or sees, and where a provider calls. */
const READ_BY_CUSTOMERS = /^(?!officialAccount|template\.|brandname|service)(?:.*\.)?(content|text|title|subtitle|header|firstText|secondText|value|key|buttonLabel|buttonUrl|url|imageUrl|bannerUrl|icon|callbackUrl|smsCallbackUrl|templateParametersJson)$/;

/** What expressions leave where something went wrong, and what is said of it. */
const LEFT_OVER: ReadonlyArray<[what: string, expression: string, said: RegExp]> = [
	['a date that could not be read', `'Giao ngay ' + DateTime.fromISO('21/11/2026').toFormat('dd/MM/yyyy')`, /"Invalid DateTime", because a date could not be read/],
	['an object', `'Xin chao ' + ({})`, /"\[object Object\]", which stands for several values/],
	['nothing', `'An' + $json.missing`, /"undefined", which an expression gives where it finds no value/],
	['an expression', `'Xin chao {' + '{name}' + '}'`, /"\{\{name\}\}", an expression that was not worked out/],
];

let takers: Takers;
beforeAll(async () => {
	takers = await startTakers();
});
afterAll(async () => await takers.close());

/** What only a choice puts into use. */
const USED_BY: ReadonlyArray<[form: string, place: string]> = [
	['order, with a query', 'buttons.button.0.query'],
	['consultation sendButtons, with a query', 'buttons.button.0.query'],
	['consultation sendButtons, with an SMS', 'buttons.button.0.smsContent'],
	['esms phone, in fields', 'templateParameters.value.otp'],
	['zalo phone, in fields', 'templateParameters.value.otp'],
	['caresoft, in fields', 'scenarioParameters.parameter.0.value'],
	['esms phone, by a key', 'options.requestKey'],
	['sms send, by a key', 'options.requestKey'],
	['zalo phone', 'options.requestKey'],
];

const isRead = ({ name }: Form, place: string): boolean =>
	USED_BY.some(([form, used]) => form === name && used === place) || (FORMS.some((form) => form.name === name) && READ_BY_CUSTOMERS.test(place));

const texts = ALL_FORMS.filter(({ previews, items }) => previews && items === 1).flatMap((form) =>
	form.places.filter((place) => isRead(form, place) && typeof get(form.parameters, place) === 'string').map((place) => [`${form.name}: ${place}`, form, place] as const),
);

it('knows the texts of every channel', () => {
	for (const channel of ['sms', 'viber', 'voice', 'consultation', 'otp', 'multiChannel', 'phone', 'journey', 'caresoft', 'zalo phone', 'zalo zaloUserId', 'order']) {
		expect(texts.map(([name]) => name)).toContainEqual(expect.stringContaining(channel));
	}
});

describe.each(texts)('%s', (_name, form, place) => {
	it.each(LEFT_OVER)('a customer never gets %s', async (_what, expression, said) => {
		const parameters = structuredClone(form.parameters);
		set(parameters, place, place === 'templateParametersJson' ? `={{ { otp: ${expression} } }}` : `={{ ${expression} }}`);
		if (place.startsWith('scenarioParameters')) parameters.specifyScenarioParameters = 'fields';
		takers.asked.length = 0;
		const { outputs } = await runNode({
			type: form.node.description.name as EngineRun['type'],
			parameters,
			items: [{}],
			onError: 'continueRegularOutput',
			unreal: true,
			credentials: credentialsFor(takers.url),
		});
		const json = outputs[0]?.[0]?.json ?? {};
		expect(json.error).toMatch(said);
		expect(faultsOf(json)).toEqual([]);
		expect(takers.asked.filter((path) => !readsTemplate(path))).toEqual([]);
	});
});
