import dns from 'node:dns';

/** What becomes of a look-up: found here, refused with this code, or never answered. */
export type NameState = 'here' | 'ENOTFOUND' | 'EAI_AGAIN' | 'silent';

type Found = (error: NodeJS.ErrnoException | null, address?: unknown, family?: number) => void;

const states = new Map<string, NameState>();

/** Says what becomes of the next look-ups of a name. */
export function setName(name: string, state: NameState): void {
	states.set(name, state);
}

/** Answers for the names of `setName` in place of the name server; every other name goes its usual way. */
export function answerNames(): void {
	const usual = dns.lookup;
	jest.spyOn(dns, 'lookup').mockImplementation(((name: string, options: { all?: boolean }, found: Found) => {
		const state = states.get(name);
		if (state === undefined) return usual(name, options, found as never);
		if (state === 'silent') return {};
		queueMicrotask(() => {
			// The same members as of an error of Node.js.
			if (state !== 'here') found(Object.assign(new Error(`getaddrinfo ${state} ${name}`), { code: state, syscall: 'getaddrinfo', hostname: name }));
			else if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
			else found(null, '127.0.0.1', 4);
		});
		return {};
	}) as never);
}
