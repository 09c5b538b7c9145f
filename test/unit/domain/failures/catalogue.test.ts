import fc from 'fast-check';
import { FAILURE_CLASSES, type FailureClass } from '../../../../nodes/domain/failure';
import { CATALOGUE, directZaloFailure, esmsFailure, zaloFailure } from '../../../../nodes/domain/failures/catalogue';
import { ESMS_CODES } from '../../../../nodes/domain/failures/esmsCodes';
import { OFFICIAL_ACCOUNT_CODES, ZNS_CODES } from '../../../../nodes/domain/failures/zaloCodes';
import { DIRECT_ADVICE } from '../../../../nodes/domain/failures/zaloDirect';
import esmsReference from '../../../fixtures/codes/esms.json';
import officialAccountReference from '../../../fixtures/codes/zaloOfficialAccount.json';
import znsReference from '../../../fixtures/codes/zaloZns.json';

/** The reference lists success too; that is no failure. */
const failures = <Row extends { code: string }>(rows: Row[]) => rows.filter(({ code }) => code !== '0' && code !== '100');

const codesOf = (rows: ReadonlyArray<readonly [string, ...unknown[]]>) => rows.map(([code]) => code);

describe('codes of the ZNS host (zalo.md 9.2)', () => {
	it.each(failures(znsReference))('$code $meaning: $class', ({ code, class: expected }) => {
		const failure = zaloFailure(code);
		expect(failure).toMatchObject({ code, class: expected.toLowerCase(), fallbackAdvised: expected === 'UNREACHABLE' });
		expect(failure.title).not.toContain(code);
	});

	it('has no other and no repeated code', () => {
		expect(codesOf(ZNS_CODES).sort()).toEqual(failures(znsReference).map(({ code }) => code).sort());
	});
});

describe('codes of the Official Account host (zalo.md 9.3)', () => {
	it.each(officialAccountReference)('$code $meaning: $class', ({ code, class: expected }) => {
		const failure = zaloFailure(code, undefined, 'officialAccount');
		expect(failure).toMatchObject({ code, class: expected.toLowerCase(), fallbackAdvised: expected === 'UNREACHABLE' });
	});

	it('has no other and no repeated code', () => {
		expect(codesOf(OFFICIAL_ACCOUNT_CODES).sort()).toEqual(officialAccountReference.map(({ code }) => code).sort());
	});
});

describe('codes that say different things on different hosts (zalo.md 9.4)', () => {
	it('the host tells what -100 is', () => {
		expect(zaloFailure('-100').class).toBe('retry');
		expect(zaloFailure('-100', undefined, 'officialAccount').class).toBe('params');
	});

	it('a code that only the other host has is still known', () => {
		expect(zaloFailure('-213').class).toBe('unreachable');
		expect(zaloFailure('-118', undefined, 'officialAccount').class).toBe('unreachable');
	});

	it('1001 of eSMS means that the recipient was not online in time (esms.md 10.5)', () => {
		expect(zaloFailure('1001')).toMatchObject({ code: '1001', class: 'unreachable', fallbackAdvised: true });
	});
});

describe('codes that Zalo itself answers, to an application of the user', () => {
	it.each([...failures(znsReference), ...officialAccountReference])('$code $meaning has the same class, and no advice that sends to a provider between', ({ code }) => {
		for (const host of ['zns', 'officialAccount'] as const) {
			const { recommendedAction, ...failure } = directZaloFailure(code, undefined, host);
			expect(zaloFailure(code, undefined, host)).toMatchObject(failure);
			expect(recommendedAction).toMatch(/^[A-Z].*\.$/);
			expect(recommendedAction).not.toMatch(/[Aa]sk (your|the) provider/);
		}
	});

	it.each(['-124', '-216', '-220', '-14014'])('%s asks for a new connection', (code) => {
		expect(directZaloFailure(code).recommendedAction).toContain('Connect this Official Account again');
	});

	it('have advice of their own only where that says something else', () => {
		for (const [code, action] of DIRECT_ADVICE) expect([code, zaloFailure(code).recommendedAction]).not.toEqual([code, action]);
	});
});

/** What the coarse groups of esms.md 14 can be in the classes of the product. */
const GROUPS: Record<string, FailureClass[]> = {
	retryable: ['retry'],
	duplicate: ['duplicate'],
	configuration: ['auth', 'account', 'template', 'protocol'],
	billing: ['billing'],
	recipient: ['bad_phone', 'refused'],
	payload: ['params'],
};

/** Where the product says something else than the suggestion of esms.md 14, or where that has none. */
const OWN_CLASSES: Record<string, FailureClass> = {
	// Fields of this request, which the user sets in the node.
	'115': 'params', '301': 'params', '791': 'params', '801': 'params', '852': 'params', '853': 'params',
	// Not in the suggestion.
	'106': 'params', '117': 'params', '161': 'params', '162': 'params', '171': 'params', '199': 'duplicate', '854': 'retry',
};

describe('codes of eSMS (esms.md 14)', () => {
	it.each(failures(esmsReference))('$code $meaning: $group', ({ code, group }) => {
		const failure = esmsFailure(code);
		const own = OWN_CLASSES[code];
		expect(own ? [own] : GROUPS[group ?? '']).toContain(failure.class);
		expect(failure.code).toBe(code);
		expect(failure.recommendedAction).not.toBe('');
	});

	it('none of them advises an SMS: eSMS did not take the message, whoever it was for', () => {
		for (const { code } of failures(esmsReference)) expect([code, esmsFailure(code).fallbackAdvised]).toEqual([code, false]);
	});

	it('has no other and no repeated code', () => {
		expect(codesOf(ESMS_CODES).sort()).toEqual(failures(esmsReference).map(({ code }) => code).sort());
	});

	it('says what class of mistake a wrong key, an empty wallet, a bad number and a repeat are', () => {
		expect(['101', '103', '108', '124', '146', '789', '140'].map((code) => esmsFailure(code).class)).toEqual([
			'auth', 'billing', 'bad_phone', 'duplicate', 'template', 'template', 'account',
		]);
	});
});

describe('advice', () => {
	it('of a code is there only where the class says something else', () => {
		const rows = [...ESMS_CODES, ...ZNS_CODES, ...OFFICIAL_ACCOUNT_CODES];
		const needless = rows.filter(([, , failureClass, action]) => action === FAILURE_CLASSES[failureClass].action);
		expect(needless).toEqual([]);
	});

	it.each(Object.entries(CATALOGUE))('is a sentence, and so is no title: %s', (_, failures) => {
		for (const { title, recommendedAction } of failures) {
			expect(title).toMatch(/^[A-Za-z].*[^.]$/);
			expect(recommendedAction).toMatch(/^[A-Z].*\.$/);
		}
	});

	it('names every code once for each source', () => {
		for (const failures of Object.values(CATALOGUE)) expect(new Set(codesOf(failures.map(({ code }) => [code ?? '']))).size).toBe(failures.length);
		expect(CATALOGUE.zns.at(-1)?.code).toBe('1001');
	});
});

describe('codes that nobody has listed', () => {
	const known = new Set([...esmsReference, ...znsReference, ...officialAccountReference].map(({ code }) => code).concat('1001'));
	const unknownCodes = fc.integer().map(String).filter((code) => !known.has(code));

	it('keep their number and the words of the provider, and leave open whether an SMS helps', () => {
		fc.assert(
			fc.property(unknownCodes, fc.string({ minLength: 1 }), (code, text) => {
				for (const failure of [esmsFailure(code, text), zaloFailure(code, text), zaloFailure(code, text, 'officialAccount')]) {
					expect(failure).toMatchObject({ code, class: 'unknown', fallbackAdvised: null });
					expect(failure.title).toContain(code);
					expect(failure.title).toContain(text);
				}
			}),
		);
	});

	it('are not found in what every object inherits', () => {
		expect(esmsFailure('constructor').class).toBe('unknown');
		expect(zaloFailure('__proto__').class).toBe('unknown');
	});

	it('say whose code it is where there are no words', () => {
		expect(esmsFailure('9999').title).toBe('eSMS answered code 9999');
		expect(zaloFailure('-9999').title).toBe('Zalo answered code -9999');
	});
});
