/** Begins every line that an attacker wants to see in n8n's log. */
const FORGED = 'FORGED-LINE';

/** The product that the expressions ask for; it stands nowhere in the requests. */
const EVALUATED = '111222111';

/** Texts that do harm where somebody takes them for more than text. */
export const PAYLOADS: Readonly<Record<string, string>> = {
	'line breaks': `a\r\n${FORGED} | info | all is well\r\nX-Injected: 1\r\n\r\nb`,
	'lone returns': `a\r${FORGED} | info\u2028${FORGED}\u0085${FORGED}`,
	'NUL': 'a\0b',
	'terminal escapes': 'a\u001b[2J\u001b]0;owned\u0007\u009b31mb',
	'bidi marks': 'a\u202Egpj.exe\u202C\u2066b\u2069',
	'JNDI': '${jndi:ldap://127.0.0.1:1389/a}',
	'markup': '<img src=x onerror=alert(1)>"\'><script>alert(1)</script>]]>&xxe;',
	'an expression': '{{ 111111 * 1001 }}',
	'a whole expression': '={{ 111111 * 1001 }}{{ $env.N8N_ENCRYPTION_KEY }}',
	'an own prototype': '__proto__',
};

/** n8n's own dump of a failed run, at debug level: JSON, which escapes line breaks, but leaves marks and C1 controls as they are. */
const DUMP = /Workflow execution finished with error \{/;

/** What a terminal obeys, and what turns the reading direction. */
const ACTIVE = /\u001b\]0;|\u001b\[2J|[\0\u0007\u009b\u202A-\u202E\u2066-\u2069]/;

/** @returns the lines of n8n's log that an attacker has begun, or in which more than text of theirs stands; none where all is well */
export function forgedIn(log: string): string[] {
	return log.split(/\r\n|[\r\n]/).filter((line) => line.trimStart().startsWith(FORGED) || (ACTIVE.test(line) && !DUMP.test(line)));
}

/** @returns whether an expression that came as data was evaluated */
export function wasEvaluated(...texts: string[]): boolean {
	return texts.some((text) => text.includes(EVALUATED));
}
