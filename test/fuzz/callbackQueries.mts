import fc from 'fast-check';
import samples from '../fixtures/esms/callbacks.json';
import { decodeQuery } from '../support/triggerCalls.mjs';
import { hostileJson, hostileQuery } from './hostile.mjs';
import { mutated } from './mutate.mjs';

const NAMES = [
	'SMSID', 'SendFailed', 'SendStatus', 'SendSuccess', 'TotalPrice', 'TotalReceiver', 'TotalSent', 'RequestId', 'TypeId', 'telcoid', 'phonenumber', 'partnerids',
	'error_info', 'error_infor', 'oaid', 'tempid', 'switchsmsid', 'ReferenceId', 'CallDuration', 'CallStatus', 'Ivr', 'Price', 'SentResult', 'CID', 'cb',
];

/** Query strings of callbacks: samples of the vendor with changed bytes, and with hostile parameters beside their own. */
export const callbackStrings: fc.Arbitrary<string> = fc.oneof(
	mutated(Object.values(samples)).map(String),
	hostileQuery(NAMES),
	fc.tuple(fc.constantFrom(...Object.values(samples)), hostileQuery(NAMES), fc.boolean()).map(([sample, more, first]) => (first ? `${more}&${sample}` : `${sample}&${more}`)),
);

/** The same as they reach the parser, and bodies that hold such names with values of any kind. */
export const callbackQueries: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
	{ weight: 5, arbitrary: callbackStrings.map(decodeQuery) },
	{
		weight: 2,
		arbitrary: fc
			.tuple(fc.constantFrom(...Object.values(samples)).map(decodeQuery), fc.array(fc.tuple(fc.constantFrom(...NAMES), hostileJson.map((text) => JSON.parse(text) as unknown)), { maxLength: 4 }))
			.map(([sample, others]) => ({ ...sample, ...Object.fromEntries(others) })),
	},
);
