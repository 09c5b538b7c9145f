import fc from 'fast-check';
import { readCallback } from '../../nodes/providers/esms/callback';
import { readErrorInfo } from '../../nodes/providers/esms/errorInfo';
import { decodeQuery } from '../support/triggerCalls.mjs';
import { fuzz, type Verdict } from './campaign.mjs';
import { callbackQueries } from './callbackQueries.mjs';
import { hostileJson, hostileText, monstrousJson } from './hostile.mjs';
import { mutated, withOtherValues } from './mutate.mjs';
import { expectId, expectPlain, expectReport, expectTime } from './oracles.mjs';
import samples from '../fixtures/esms/callbacks.json';

/** @returns the text, and what it says where it was encoded once more */
function readings(text: string): string[] {
	try {
		return [text, decodeURIComponent(text)];
	} catch {
		return [text];
	}
}

/** All texts of a query, however deep, and all names: a join can end up in one. */
const textsIn = (value: unknown): string[] =>
	typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inside]) => [...readings(name), ...textsIn(inside)]) : readings(String(value));

fuzz('eSMS callback', callbackQueries, (query): Verdict => {
	const report = readCallback(query, new Date(0));
	if (!report.ok) {
		expect(report.fault.length).toBeLessThan(300);
		return 'refused';
	}
	expectReport(report.value);
	expect(report.value.raw).toBe(query);
	// The ID stands in the query as it is: nothing is made up.
	expect(textsIn(query).some((text) => text.includes(report.value.messageId as string))).toBe(true);
	return 'accepted';
});

const infos = Object.values(samples).flatMap((query) => {
	const { error_info: info } = decodeQuery(query);
	return typeof info === 'string' ? [info] : [];
});
const plain = infos.map((info) => (info.startsWith('%') ? decodeURIComponent(info).split('____')[0] as string : info));

fuzz(
	'error_info',
	fc.oneof(
		{ weight: 4, arbitrary: mutated(infos).map(String) },
		{ weight: 4, arbitrary: withOtherValues(plain, hostileJson) },
		{ weight: 2, arbitrary: withOtherValues(plain, hostileJson).map((json) => JSON.stringify(json)) },
		{ weight: 2, arbitrary: fc.tuple(withOtherValues(plain, hostileJson), hostileText).map(([json, behind]) => `${encodeURIComponent(json.replace(/\p{Cs}/gu, '?'))}____${behind}`) },
		{ weight: 1, arbitrary: hostileText },
		{ weight: 1, arbitrary: fc.oneof({ weight: 20, arbitrary: hostileJson }, { weight: 1, arbitrary: monstrousJson }) },
	),
	(text): Verdict => {
		const info = readErrorInfo(text);
		expectPlain(info);
		expectId(info.zaloMessageId, 'zaloMessageId');
		if (info.zaloUserId !== undefined) expect(info.zaloUserId).toMatch(/^\d{1,20}$/);
		expectTime(info.deliveredAt ?? null, 'deliveredAt');
		return info.code === undefined ? 'refused' : 'accepted';
	},
);
