/**
 * Mutation check: changes the rules in `domain/` and what reads the answers of the providers, one place at
 * a time, and sees whether a unit test fails. `npm run test:mutation`; docs/mutation.md has the figures.
 *
 * Calls that only send are not here: the engine tests see what they put on the wire.
 */
export default {
	mutate: [
		'nodes/domain/**/*.ts',
		'nodes/providers/{json,oddAnswer,newRows,word}.ts',
		'nodes/providers/{caresoft,esms,zalo}/**/*.ts',
		'!nodes/providers/caresoft/{client,contacts,endpoints,sms,tickets,zns}.ts',
		'!nodes/providers/esms/{account,advertising,bulkZns,client,consultation,endpoints,inboundReply,multiChannel,send,viber,voice,zaloUser}.ts',
		'!nodes/providers/zalo/{client,endpoints}.ts',
	],
	testRunner: 'jest',
	jest: { configFile: 'test/mutation/jest.config.js' },
	coverageAnalysis: 'perTest',
	concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
	timeoutMS: 20_000,
	// Jest keeps what it loaded: a fresh process now and then.
	maxTestRunnerReuse: 40,
	// Below it the command fails.
	thresholds: { high: 95, low: 90, break: 90 },
	reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	htmlReporter: { fileName: '.tmp/mutation/report.html' },
	jsonReporter: { fileName: '.tmp/mutation/report.json' },
	tempDirName: '.tmp/mutation/sandbox',
	ignorePatterns: ['bench', 'dist', 'docs/images', 'test/{browser,engine,queue,server}', 'workflows', '.tmp'],
};
