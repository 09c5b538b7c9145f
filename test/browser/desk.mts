import { chromium, selectors, type Browser } from 'playwright-core';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { startStage, type Stage } from '../support/stage.mjs';
import { Editor } from './editor.mjs';
import { VIEWPORT } from './pictures.mjs';

/** A machine without a screen, and nobody to talk to. */
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** The first page of n8n's editor takes long where other tests run beside. */
const PATIENCE_MS = 90_000;

/** A real n8n, a simulator of the providers, and a browser that is signed in. */
export interface Desk {
	stage: Stage;
	editor: Editor;
	/** Stores a workflow of these nodes, one behind the other, which is not run by itself. @returns its ID */
	store(name: string, ...nodes: WorkflowNode[]): Promise<string>;
	close(): Promise<void>;
}

/** Sets the desk up; where a part fails, the others are stopped. */
export async function openDesk(): Promise<Desk> {
	const stage = await startStage();
	let browser: Browser | undefined;
	const close = async () => {
		await browser?.close();
		await stage.close();
	};
	try {
		browser = await openBrowser();
		const page = await browser.newPage({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });
		page.setDefaultTimeout(PATIENCE_MS);
		const editor = new Editor(page, stage.server.url);
		await editor.signIn();
		return { stage, editor, close, store: async (name, ...nodes) => await store(stage, name, nodes) };
	} catch (error) {
		await close();
		throw error;
	}
}

async function openBrowser(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM_PATH;
	if (!executablePath) throw new Error('The tests of the editor start with: npm run test:browser');
	selectors.setTestIdAttribute('data-test-id');
	// Chromium refuses its own sandbox to root, as whom a pipeline runs.
	return await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS });
}

async function store(stage: Stage, name: string, nodes: WorkflowNode[]): Promise<string> {
	const chain = nodes.slice(1).map(({ name: next }, index) => [nodes[index]?.name ?? '', { main: [[{ node: next, type: 'main', index: 0 }]] }]);
	const placed = nodes.map((node, index) => ({ ...node, position: [index * 224, 0] as [number, number] }));
	const workflow = { name, nodes: placed, connections: Object.fromEntries(chain) as Record<string, unknown>, settings: { executionOrder: 'v1' } };
	return (await importWorkflow(stage.client, workflow, { credentials: stage.credentials, activate: false })).id;
}
