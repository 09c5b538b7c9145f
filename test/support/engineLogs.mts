import { dirname } from 'node:path';

/** What is used here of the parts of n8n-core that are no dependencies of this package. */
interface Internals {
	Container: { get(type: unknown): { getInternalLogger(): { log(level: string, message: string, metadata: object): unknown } } };
	Logger: unknown;
}

/** @returns every line that n8n-core would write into its log from now on, at its most talkative level */
export function recordLogs(): string[] {
	const lines: string[] = [];
	// It is told every line even where it is silent.
	const logger = internals('@n8n/di').Container.get(internals('@n8n/backend-common').Logger).getInternalLogger();
	jest.spyOn(logger, 'log').mockImplementation((level, message, metadata) => void lines.push(`${level} ${message} ${JSON.stringify(metadata)}`));
	return lines;
}

/** Its own copies: the engine would not log through others. */
function internals(name: string): Internals {
	return jest.requireActual(require.resolve(name, { paths: [dirname(require.resolve('n8n-core'))] }));
}
