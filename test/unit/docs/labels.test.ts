import { ZaloZnsCaresoftApi } from '../../../credentials/ZaloZnsCaresoftApi.credentials';
import { ZaloZnsEsmsApi } from '../../../credentials/ZaloZnsEsmsApi.credentials';
import { ZaloZnsOfficialAccountApi } from '../../../credentials/ZaloZnsOfficialAccountApi.credentials';
import { pageHtml } from '../../../sandbox/simulator/page/page.mjs';
import { NODE_PAGES } from '../../../tools/nodes/catalogue.mjs';
import { allPages } from '../../support/markdown.mjs';
import { readExamples } from '../../support/workflowFiles.mjs';

/** What stands on the screen by n8n 2.41, seen in its editor, or on pages of the providers. */
const OTHERS = new Set([
	...['Add a description', 'Add to workflow', 'AI Agent', 'Binary', 'Chat Model', 'Community nodes', 'Continue (using error output)', 'Create credential', 'Create new credential', 'Credential', 'Credentials'],
	...['Execute step', 'Execute workflow', 'Executions', 'Expression', 'Filter', 'Boolean', 'is equal to', 'is true', 'HTTP Request', 'If', 'Import', 'From file', 'Import from File', 'Install', 'Listening for test event', 'Logs', 'Loop Over Items'],
	...['More details', 'Not Delivered Branch (1 item)', '1 item', 'On Error', 'Open chat', 'Output', 'Production URL', 'Publish', 'Remove Duplicates', 'Respond', 'Respond to Webhook', "Using 'Respond to Webhook' Node", 'Retry', 'Retry On Fail', 'Save'],
	...['Send ZNS Tool', 'Settings', 'Test URL', 'Tool', 'View', 'Webhook', 'Webhook URLs', '+', '⋯'],
	...['Admin', 'API token', 'API Explorer', 'Webhook Retry', 'ZBS Template Message', 'Zalo Bot'],
	// Words that a page explains.
	...['credential', 'item', 'node', 'refresh token', 'trigger', 'workflow', 'callback', 'Official Account (OA)', 'sau', 'Qua eSMS'],
	...['No Result', 'Other'],
]);

/** Without the marks of Vietnamese. */
const ENGLISH = /^[ -~⋯]+$/;

const NAMING = ['displayName', 'name', 'placeholder'];

/** Every label below a description: of fields, choices, collections and pickers; also without the unit or the address behind it. */
function labelsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => (NAMING.includes(key) && typeof inner === 'string' ? [inner, inner.replace(/ \(.*\)$/, '')] : labelsIn(inner)));
}

const ofSimulator = [...pageHtml([]).matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, heading = '']) => heading);

const own = new Set([...ofSimulator, ...[...NODE_PAGES.map(({ description }) => description), new ZaloZnsCaresoftApi(), new ZaloZnsEsmsApi(), new ZaloZnsOfficialAccountApi(), ...readExamples().map(({ nodes }) => nodes)].flatMap(labelsIn)]);

const guide = allPages().filter(({ path }) => path.startsWith('docs/vi/'));

/** What stands in bold in English, and not on the screen of our nodes. */
const strangersIn = (prose: string) =>
	[...prose.matchAll(/\*\*([^*\n]+)\*\*/g)]
		.map(([, text = '']) => text)
		.filter((text) => ENGLISH.test(text))
		.flatMap((text) => text.split(/ > |: /))
		.filter((label) => !own.has(label));

it.each(guide.map(({ path, prose }) => [path, prose] as const))('%s: what stands in bold in English stands on the screen', (_, prose) => {
	expect(strangersIn(prose).filter((label) => !OTHERS.has(label))).toEqual([]);
});

it('no other label is listed than the guide names', () => {
	const used = new Set(guide.flatMap(({ prose }) => strangersIn(prose)));
	expect([...OTHERS].filter((label) => !used.has(label))).toEqual([]);
});
