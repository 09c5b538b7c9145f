import { providers } from '../nodes/providers';
import { FAILURE_CLASSES, type Failure, type FallbackAdvice, type SmsAdvice } from '../nodes/domain/failure';
import { CATALOGUE, directZaloFailure } from '../nodes/domain/failures/catalogue';
import { DIRECT_ADVICE } from '../nodes/domain/failures/zaloDirect';
import { readAnswer as readCaresoftAnswer } from '../nodes/providers/caresoft/answer';
import { readAnswer as readEsmsAnswer } from '../nodes/providers/esms/answer';
import { ProviderError } from '../nodes/providers/providerError';
import type { ProviderAnswer } from '../nodes/providers/transport';
import { failureIn } from '../nodes/shared/errors';
import { table } from './markdown.mjs';

const SMS: Record<SmsAdvice, string> = { yes: 'yes', ifUrgent: 'if urgent', byPolicy: 'if your policy allows', no: 'no', notKnown: 'nobody knows' };

const adviseOrNot = (advice: FallbackAdvice): string => (advice === null ? 'nobody knows' : advice ? 'yes' : 'no');

/** Something that can happen on the way to a provider, and what the nodes make of it. */
interface TransportFailure {
	what: string;
	failure: Failure;
}

/** @returns the failures that no code tells (zalo.md 9.5, caresoft.md 3), as the code of the nodes sees them */
export function transportFailures(): TransportFailure[] {
	const esms = (answer: Partial<ProviderAnswer>) => refusalOf(readEsmsAnswer, answer);
	const caresoft = (answer: Partial<ProviderAnswer>) => refusalOf(readCaresoftAnswer, answer);
	const lost = (code: string) => Object.assign(new Error(), { code });
	return [
		{ what: 'no connection to eSMS (name, network, certificate)', failure: failureIn(lost('ECONNREFUSED'), providers.esms) },
		{ what: 'the egress rules of your n8n do not allow the address (`N8N_SSRF_PROTECTION_ENABLED`)', failure: failureIn(Object.assign(new Error(), { name: 'SsrfBlockedIpError' }), providers.esms) },
		{ what: 'the connection to eSMS broke or timed out', failure: failureIn(lost('ECONNRESET'), providers.esms) },
		{ what: 'eSMS answers with HTTP status 5xx', failure: esms({ status: 503 }) },
		{ what: 'eSMS answers with HTTP status 429', failure: esms({ status: 429 }) },
		{ what: 'eSMS answers with HTTP status 4xx and no code', failure: esms({ status: 400 }) },
		{ what: 'eSMS redirects to another address', failure: esms({ status: 301 }) },
		{ what: 'eSMS answers with more than the node reads', failure: esms({ tooLong: true }) },
		{ what: 'eSMS answers with something else than JSON', failure: esms({ body: '<html>' }) },
		{ what: 'eSMS answers `{"error": "Invalid request"}`', failure: esms({ body: '{"error": "Invalid request"}' }) },
		{ what: 'no connection to CareSoft (name, network, certificate)', failure: failureIn(lost('ECONNREFUSED'), providers.caresoft) },
		{ what: 'the connection to CareSoft broke or timed out', failure: failureIn(lost('ECONNRESET'), providers.caresoft) },
		{ what: 'CareSoft answers with HTTP status 5xx', failure: caresoft({ status: 503 }) },
		{ what: 'CareSoft redirects to another address', failure: caresoft({ status: 301 }) },
		{ what: 'CareSoft answers with HTTP status 401', failure: caresoft({ status: 401 }) },
		{ what: 'CareSoft answers with HTTP status 429', failure: caresoft({ status: 429 }) },
		{ what: 'CareSoft answers that the account is locked', failure: caresoft({ status: 404, body: '{"message": "too many times"}' }) },
		{ what: 'CareSoft answers that the domain is wrong', failure: caresoft({ status: 404, body: '{"message": "domain not found"}' }) },
	];
}

function refusalOf(read: (answer: ProviderAnswer) => unknown, answer: Partial<ProviderAnswer>): Failure {
	try {
		read({ status: 200, headers: {}, body: '', ...answer });
	} catch (error) {
		if (error instanceof ProviderError) return error.details.failure;
	}
	throw new Error(`No failure comes of ${JSON.stringify(answer)}`);
}

/** @returns the text of docs/failures.md, made from what the nodes know */
export function failuresPage(): string {
	return `${[
		'<!-- Made by `npm run docs` from nodes/domain/failures. Edit it there. -->',
		'# What can go wrong, and what to do',
		'A delivery report says why a message did not arrive in `failure`: code, title, class, what to do, and `fallbackAdvised`. A failure item (with *On Error* set to continue) says why a message was not taken in `error`, `message` and `details`. The words are those of the tables below.',
		'## Classes',
		'Build your workflow on the class: codes are many and can change. `fallbackAdvised` has three values:',
		[
			'- `true` only for `unreachable`, where an SMS would help this very customer.',
			'- `false` where it would not, or where that is for you to decide. Where every message is affected, an automatic SMS would turn one mistake into a bill for the whole batch.',
			'- `null` for `unknown` and `uncertain`: nobody said why, or it is not even known whether the message failed. A filter on *is true* sends no SMS then.',
		].join('\n'),
		'Where eSMS sends an SMS by itself, as behind a failed ZNS of *eSMS > Multi-Channel*, it is `false` whatever the class.',
		table(
			['Class', 'What it means', 'What to do', 'Would an SMS help?'],
			Object.entries(FAILURE_CLASSES).map(([name, { meaning, action, sms }]) => [`\`${name}\``, meaning, action, SMS[sms]]),
		),
		'## Codes of eSMS',
		'eSMS refuses the send or the status call.',
		codeTable(CATALOGUE.esms),
		'## Codes of Zalo for ZNS',
		'eSMS passes on what Zalo says after the message was taken; `1001` is an addition of eSMS. `-114` also covers errors inside Zalo, where the same advice holds.',
		codeTable(CATALOGUE.zns),
		'## Codes of Zalo for messages of an Official Account',
		'Transaction and consultation messages to a Zalo user ID. `-100` differs from the one above.',
		codeTable(CATALOGUE.officialAccount),
		'## What to do where Zalo answers by itself',
		'Without a provider between, application and tokens are your own. Codes that are not in this table mean the same as above, and where it says to ask the provider, ask the administrator of the Official Account.',
		table(
			['Code', 'What happened', 'What to do'],
			[...DIRECT_ADVICE.keys()].map((code) => {
				const { title, recommendedAction } = directZaloFailure(code);
				return [`\`${code}\``, title, recommendedAction];
			}),
		),
		'## No code at all',
		'The request did not get through, or the answer cannot be read. A send with a request ID (eSMS) is repeated up to three times by itself, because it cannot send twice. Calls that only read are always safe to repeat: there `uncertain` becomes `retry`. [faults.md](faults.md) says for every fault what the nodes do and how many messages are sent.',
		table(
			['What happens', 'Title', 'Class', 'What to do', 'SMS advised'],
			transportFailures().map(({ what, failure }) => [what, failure.title, ...adviceOf(failure)]),
		),
		'A code that is in none of these tables has the class `unknown`, and its title shows the words of the provider.',
	].join('\n\n')}\n`;
}

function codeTable(failures: readonly Failure[]): string {
	return table(
		['Code', 'What happened', 'Class', 'What to do', 'SMS advised'],
		failures.map((failure) => [`\`${failure.code}\``, failure.title, ...adviceOf(failure)]),
	);
}

function adviceOf(failure: Failure): string[] {
	return [`\`${failure.class}\``, failure.recommendedAction, adviseOrNot(failure.fallbackAdvised)];
}
