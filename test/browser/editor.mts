import type { Locator, Page } from 'playwright-core';
import { OWNER } from '../../sandbox/n8n/client.mjs';
import { Panel } from './panel.mjs';

/** The editor of n8n as a user handles it. */
export class Editor {
	constructor(readonly page: Page, private readonly url: string) {}

	/** Opens the address that `npm start` prints, and signs in as the owner. */
	async signIn(): Promise<void> {
		await this.page.goto(`${this.url}/home/workflows`);
		await this.page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
		await this.page.locator('input[name=password]').fill(OWNER.password);
		await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
		await this.page.waitForURL(/\/home\/workflows/);
	}

	/** Opens a new, empty workflow with the list of nodes beside it. */
	async openNodeList(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('node-creator-plus-button').click();
		await this.page.getByTestId('node-creator-search-bar').waitFor();
	}

	/** Searches the open list of nodes. */
	async search(words: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(words);
	}

	/** Searches the open list of nodes once nothing of an earlier search is in it. */
	async searchAnew(words: string): Promise<void> {
		await this.search('there is none like it');
		await this.page.getByTestId('node-creator-item-name').first().waitFor({ state: 'detached' });
		await this.search(words);
	}

	/** One entry of the list of nodes, or of the list of a node's actions. */
	entry(name: string): Locator {
		const title = this.page.getByTestId('node-creator-item-name').and(this.page.getByText(name, { exact: true }));
		return this.page.getByTestId('item-iterator-item').filter({ has: title }).first();
	}

	/** Name of the first entry of the open list. */
	async firstEntry(): Promise<string> {
		return await this.page.getByTestId('node-creator-item-name').first().innerText();
	}

	/** Adds a node from the list to a new workflow, by one of its actions where it has any, and opens its panel. */
	async addNode(name: string, action?: string): Promise<Panel> {
		await this.openNodeList();
		await this.search(name);
		await this.entry(name).click();
		await (action === undefined ? this.page.getByText('Add to workflow', { exact: true }) : this.entry(action)).click();
		return await new Panel(this.page).ready();
	}

	/** Opens a stored workflow. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.node().first().waitFor();
	}

	/** Opens a stored workflow that holds only sticky notes. */
	async openNotes(id: string, count: number): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.notes().nth(count - 1).waitFor({ state: 'attached' });
	}

	/** @returns the texts of the sticky notes that are too small for them */
	async cutNotes(): Promise<string[]> {
		return await this.notes().evaluateAll((notes) => notes.filter(({ firstElementChild: text }) => text && text.scrollHeight > text.clientHeight).map(({ textContent }) => textContent));
	}

	/** Opens the panel of a node of a stored workflow. */
	async openPanel(workflowId: string, nodeId: string): Promise<Panel> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/${nodeId}`);
		return await new Panel(this.page).ready();
	}

	/** Shows all nodes of the open workflow. */
	async fit(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
	}

	private notes(): Locator {
		return this.page.getByTestId('sticky');
	}

	/** A node on the canvas by its name, or all of them. */
	node(name?: string): Locator {
		const nodes = this.page.getByTestId('canvas-node');
		return name === undefined ? nodes : nodes.and(this.page.locator(`[data-node-name="${name}"]`));
	}
}
