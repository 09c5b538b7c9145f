import fc from 'fast-check';
import { ProviderError } from '../../nodes/providers/providerError';
import type { ProviderAnswer, Transport } from '../../nodes/providers/transport';
import type { Verdict } from './campaign.mjs';
import type { Call } from './esmsCalls.mjs';
import { hostileJson, hostileText, monstrousJson } from './hostile.mjs';
import { mutated, withOtherValues } from './mutate.mjs';
import { expectPlain, expectReport } from './oracles.mjs';

/** A call with the answer that it gets, over and over. */
export interface Exchange {
	call: string;
	answer: ProviderAnswer;
}

/** More requests than any list of the fuzzer needs: a list that never ends asks for ever. */
const MOST_REQUESTS = 300;

/** @returns exchanges of all calls: their samples with other bytes and other values, and answers of nobody */
export function exchanges<Client>(calls: Record<string, Call<Client>>): fc.Arbitrary<Exchange> {
	const status = fc.oneof({ weight: 20, arbitrary: fc.constant(200) }, { weight: 2, arbitrary: fc.constantFrom(201, 204, 301, 400, 401, 404, 429, 500, 503) });
	const headers = fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: hostileText.map((text) => ({ 'retry-after': text })) });
	return fc.constantFrom(...Object.keys(calls)).chain((call) => {
		const { samples } = calls[call] as Call<Client>;
		const body = fc.oneof(
			{ weight: 12, arbitrary: withOtherValues(samples, hostileJson) },
			{ weight: 6, arbitrary: mutated(samples).map(String) },
			{ weight: 4, arbitrary: withOtherValues(samples, fc.constantFrom(...samples)) },
			{ weight: 2, arbitrary: hostileJson },
			{ weight: 1, arbitrary: hostileText },
			{ weight: 1, arbitrary: fc.oneof({ weight: 20, arbitrary: fc.constantFrom('{}', '', '<html>') }, { weight: 1, arbitrary: monstrousJson }) },
		);
		return fc.record({ call: fc.constant(call), answer: fc.record({ status, headers, body }) });
	});
}

/** @returns what the call makes of the answer; throws where it breaks a promise */
export async function exchange<Client>(calls: Record<string, Call<Client>>, clientWith: (transport: Transport) => Client, { call, answer }: Exchange): Promise<Verdict> {
	let requests = 0;
	const transport: Transport = async () => {
		if (++requests > MOST_REQUESTS) throw new Error(`${call} asks for ever`);
		return answer;
	};
	try {
		const result = await (calls[call] as Call<Client>).make(clientWith(transport));
		expectResult(result);
		return 'accepted';
	} catch (error) {
		expectRefusal(error);
		return 'refused';
	}
}

function expectResult(result: unknown): void {
	if (Array.isArray(result)) for (const each of result) expectResult(each);
	else if (typeof result === 'object' && result !== null && 'eventId' in result) expectReport(result as never);
	else if (typeof result === 'object' && result !== null && 'error' in result) expectRefusal(result.error);
	else expectPlain(result);
}

/** A provider can say no, or be misunderstood, in no other way. */
function expectRefusal(error: unknown): void {
	if (!(error instanceof ProviderError)) throw error;
	expectPlain(error.details, 'details');
	const { title, code } = error.details.failure;
	if (title === '' || title.length > 400 || (code ?? '').length > 60) throw new Error(`the failure has ${title.length} characters`);
}
