/** What a scripted recipient makes the provider do. */
export interface RecipientScript {
	/** Zalo takes the message and then fails with this (negative) code; an SMS still arrives. */
	zaloFailure?: number;
	/** The send call is refused with this code of the provider. */
	refusal?: number;
	/** The provider needs this long before it takes the request. */
	delayMs?: number;
	/** HTML page with this HTTP status; nothing is sent. */
	httpStatus?: number;
	answer?: 'closeBefore' | 'closeAfter' | 'html' | 'invalidRequest' | 'empty' | 'truncated' | 'hang';
	report?: 'none' | 'twice' | 'late' | 'intermediate';
	smsFails?: boolean;
	viberFails?: boolean;
	voiceFails?: boolean;
}

export interface RecipientRule {
	/** The number or Zalo user id, or a family of them ending in NNN. */
	numbers: string;
	/** What happens, in words for the page. */
	what: string;
	script: (nnn: number) => RecipientScript;
}

/** Every scripted recipient. A valid number or Zalo user id that is not listed here gets its message. */
export const RECIPIENT_RULES: readonly RecipientRule[] = [
	{
		numbers: '0901000NNN',
		what: 'ZNS accepted, then Zalo fails with -NNN (118 no Zalo account, 114, 139 …), straight to Zalo refused at once; SMS arrives',
		script: (nnn) => (nnn > 0 ? { zaloFailure: -nnn } : {}),
	},
	{
		numbers: '0901001NNN',
		what: 'send call refused with code NNN (103 no balance, 099 blocked, 140 IP …), by Zalo with -NNN',
		// 100 would be the success code.
		script: (nnn) => (nnn > 0 && nnn !== 100 ? { refusal: nnn } : {}),
	},
	{ numbers: '0902000NNN', what: 'the provider takes NNN × 10 ms to answer', script: (nnn) => ({ delayMs: nnn * 10 }) },
	{
		numbers: '0903000NNN',
		what: 'HTTP status NNN with an HTML page, nothing sent',
		script: (nnn) => (nnn >= 200 && nnn <= 599 ? { httpStatus: nnn } : {}),
	},
	{ numbers: '0903001001', what: 'connection closed, nothing sent', script: () => ({ answer: 'closeBefore' }) },
	{ numbers: '0903001002', what: 'sent, but the connection closes without an answer', script: () => ({ answer: 'closeAfter' }) },
	{ numbers: '0903001003', what: 'status 200 with an HTML page, nothing sent', script: () => ({ answer: 'html' }) },
	{ numbers: '0903001004', what: '{"error": "Invalid request"}, nothing sent', script: () => ({ answer: 'invalidRequest' }) },
	{ numbers: '0903001005', what: 'status 200 with an empty body, nothing sent', script: () => ({ answer: 'empty' }) },
	{ numbers: '0903001006', what: 'sent, but the answer is JSON cut in half', script: () => ({ answer: 'truncated' }) },
	{ numbers: '0903001007', what: 'sent, but never answers', script: () => ({ answer: 'hang' }) },
	{ numbers: '0904000001', what: 'sent, never a delivery report', script: () => ({ report: 'none' }) },
	{ numbers: '0904000002', what: 'delivery report twice', script: () => ({ report: 'twice' }) },
	{ numbers: '0904000003', what: 'delivery report late', script: () => ({ report: 'late' }) },
	{ numbers: '0904000004', what: 'reports states 2, 7, then delivered', script: () => ({ report: 'intermediate' }) },
	{ numbers: '0905000001', what: 'SMS fails (Zalo delivers)', script: () => ({ smsFails: true }) },
	{ numbers: '0905000009', what: 'nobody answers a voice call (SMS and Zalo deliver)', script: () => ({ voiceFails: true }) },
	{ numbers: '0905000023', what: 'Viber fails (SMS and Zalo deliver)', script: () => ({ viberFails: true }) },
	{
		numbers: '70000000000000NNN',
		what: 'Zalo user: accepted, then Zalo fails with -NNN (213 does not follow, 227, 230 …), straight to Zalo refused at once',
		script: (nnn) => (nnn > 0 ? { zaloFailure: -nnn } : {}),
	},
	// Listed for people; recipientScript takes the prefix off.
	{ numbers: '7000000 + number', what: 'Zalo user scripted like that number (70000000901001103 …)', script: () => ({}) },
];

/** What turns a scripted phone number into a Zalo user id of the usual 17 digits. */
const USER_PREFIX = '7000000';
const USER_LENGTH = 17;
const NOTHING_SPECIAL: RecipientScript = Object.freeze({});
const RULE_BY_NUMBERS = new Map(RECIPIENT_RULES.map((rule) => [rule.numbers, rule]));

/** The script of a phone number in national form or of a Zalo user id. */
export function recipientScript(recipient: string): RecipientScript {
	const own = findScript(recipient);
	if (own) return own;
	const isUser = recipient.length === USER_LENGTH && recipient.startsWith(USER_PREFIX);
	return (isUser ? findScript(recipient.slice(USER_PREFIX.length)) : undefined) ?? NOTHING_SPECIAL;
}

function findScript(recipient: string): RecipientScript | undefined {
	const exact = RULE_BY_NUMBERS.get(recipient);
	if (exact) return exact.script(0);
	return RULE_BY_NUMBERS.get(`${recipient.slice(0, -3)}NNN`)?.script(Number(recipient.slice(-3)));
}

/** Every scripted phone number, families written out. */
export function scriptedPhones(): string[] {
	return RECIPIENT_RULES.filter(({ numbers }) => numbers.startsWith('0')).flatMap(({ numbers }) =>
		numbers.endsWith('NNN')
			? Array.from({ length: 1_000 }, (_, i) => numbers.slice(0, -3) + String(i).padStart(3, '0'))
			: [numbers],
	);
}
