import fc from 'fast-check';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { fuzz, type Verdict } from './campaign.mjs';
import { hostileText, hostileValue } from './hostile.mjs';
import { place } from './mutate.mjs';
import { expectPlain } from './oracles.mjs';
import { FORMS, withValues, type Form } from './parameters.mjs';
import { expectNodeError, run } from './run.mjs';

/** Texts of a request, names and values, with their names for what may be found. */
function textsIn(value: unknown, name: string): Array<[name: string, text: string]> {
	if (typeof value === 'string') return [[name, value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inside]) => [[`name of ${name}`, key] as [string, string], ...textsIn(inside, Array.isArray(value) ? name : key)]);
}

/** Addresses and names of others stay as they were given, also in the one request that is XML: its body is a text. */
const NOT_NORMALIZED = /^body$|^name of|url|img|icon|brandname|campaign|tag|code|id$|payload|ticket|contact|requester|filter|email/i;

/** @param normalized whether our fields alone made the request: JSON of the user goes out as it is */
function expectRequest({ url, qs, body }: IHttpRequestOptions, normalized: boolean): void {
	expect(url).toMatch(/^https:\/\/[a-z0-9.-]+(\/[\w.{}-]+)*\/?$/);
	expectPlain({ qs, body }, 'request');
	for (const [name, text] of [...textsIn(qs, 'query'), ...textsIn(body, 'body')]) {
		if (/\p{Cs}/u.test(text)) throw new Error(`${name} holds half a character`);
		if (text === '[object Object]' || text === 'undefined') throw new Error(`${name} is ${text}`);
		if (normalized && !NOT_NORMALIZED.test(name) && text !== text.normalize('NFC')) throw new Error(`${name} is not in NFC: ${JSON.stringify(text).slice(0, 60)}`);
		encodeURIComponent(text);
	}
}

const attempts = fc.constantFrom(...FORMS.keys()).chain((form) =>
	fc.record({
		form: fc.constant(form),
		changes: fc.array(fc.tuple(fc.constantFrom(...(FORMS[form] as Form).places), fc.oneof(hostileText, hostileValue.filter((value) => typeof value !== 'symbol'))), { minLength: 1, maxLength: 2 }),
		continueOnFail: fc.boolean(),
		previewOnly: place.map((part) => part < 0.2),
	}),
);

it('every operation goes through with the values of its own placeholders', async () => {
	const refused: string[] = [];
	for (const form of FORMS) {
		await run(form, form.parameters, { continueOnFail: false, previewOnly: false }).catch((error: Error) => refused.push(`${form.name}: ${error.message}`));
	}
	expect(refused).toEqual([]);
});

fuzz('operations', attempts, async ({ form: index, changes, continueOnFail, previewOnly }): Promise<Verdict> => {
	const form = FORMS[index] as Form;
	try {
		const { requests, items, pictures } = await run(form, withValues(form.parameters, changes), { continueOnFail, previewOnly });
		for (const request of requests) expectRequest(request, !changes.some(([path]) => path === 'additionalFieldsJson'));
		for (const picture of pictures) expect(picture).not.toMatch(/<script|javascript:[^<]*"/i);
		for (const { json } of items) JSON.stringify(json);
		return items.some(({ json }) => 'error' in json) ? 'refused' : 'accepted';
	} catch (error) {
		expectNodeError(error);
		return 'refused';
	}
});
