import type { Locator, Page } from 'playwright-core';

/** What nobody types faster than. */
const TYPING_PAUSE_MS = 700;

/** The panel in which a user fills in a node and sees what it does. */
export class Panel {
	readonly root: Locator;
	readonly output: Locator;
	private readonly form: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('ndv');
		this.form = this.root.getByTestId('node-parameters');
		this.output = this.root.getByTestId('output-panel');
	}

	/** Waits until the fields have loaded. */
	async ready(): Promise<this> {
		await this.form.waitFor();
		await this.form.getByText('Loading fields...').first().waitFor({ state: 'detached' });
		return this;
	}

	/** @returns the name of the node */
	async title(): Promise<string> {
		return await this.root.getByTestId('node-title-container').getByTestId('inline-edit-preview').innerText();
	}

	/** One field, by its name in the node. */
	field(name: string): Locator {
		return this.form.getByTestId(`parameter-input-${name}`);
	}

	/** @returns the form as it can be read, without the controls beside each field */
	async text(): Promise<string> {
		return (await this.form.innerText()).replaceAll('Fixed\nExpression\n', '');
	}

	/** @returns what a drop-down field shows */
	async chosen(name: string): Promise<string> {
		return await this.field(name).locator('input').first().inputValue();
	}

	/** Opens the list of a picker. @returns its entries */
	async listOf(name: string): Promise<string[]> {
		await this.form.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input').click();
		const items = this.page.getByTestId('rlc-item');
		await items.first().waitFor();
		return (await items.allInnerTexts()).map((text) => text.trim());
	}

	/** @returns what a picker shows */
	async pickedIn(name: string): Promise<string> {
		return await this.form.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input').locator('input').or(this.form.getByTestId(`resource-locator-${name}`).locator('input[data-test-id="rlc-input"]')).first().inputValue();
	}

	/** Picks an entry of the list of a picker by a part of its text. */
	async pick(name: string, text: string): Promise<void> {
		await this.listOf(name);
		await this.page.getByTestId('rlc-item').filter({ hasText: text }).click();
	}

	/** Opens a drop-down field. @returns the names of its choices */
	async choicesOf(name: string): Promise<string[]> {
		await this.field(name).click();
		const choices = this.choices();
		await choices.first().waitFor();
		return (await choices.allInnerTexts()).map((text) => text.trim().split('\n')[0] ?? '');
	}

	/** Chooses in a drop-down field by the name of the choice. */
	async choose(name: string, choice: string): Promise<void> {
		const index = (await this.choicesOf(name)).indexOf(choice);
		if (index < 0) throw new Error(`The field "${name}" has no choice "${choice}"`);
		await this.choices().nth(index).click();
		await this.choices().first().waitFor({ state: 'hidden' });
	}

	/** Closes an open list with the key Escape. */
	async closeList(): Promise<void> {
		await this.page.keyboard.press('Escape');
	}

	/** Adds an entry to a list of entries by the button below it. */
	async addRow(button: string): Promise<void> {
		await this.form.getByText(button, { exact: true }).first().click();
	}

	/** Types a text into a field. */
	async fill(name: string, text: string): Promise<void> {
		await this.field(name).locator('input, textarea, [contenteditable=true]').first().fill(text);
	}

	/** Puts an expression into a field that takes the value of a field of the input. */
	async fillExpression(name: string, inputField: string): Promise<void> {
		await this.fill(name, '=');
		await this.field(name).locator('.cm-content').fill(`{{ $json.${inputField} }}`);
		// The editor stores what was typed a moment later, and forgets it where the next field comes at once.
		await this.page.waitForTimeout(TYPING_PAUSE_MS);
	}

	/** Takes the cursor out of a field, so that its suggestions go away. */
	async leaveField(): Promise<void> {
		await this.output.click({ position: { x: 20, y: 200 } });
	}

	/** Brings a field to the top of the form. */
	async scrollTo(name: string): Promise<void> {
		await this.field(name).evaluate((element) => element.closest('[data-test-id=parameter-item]')?.scrollIntoView({ block: 'start' }));
	}

	/** Turns a switch. */
	async turn(name: string): Promise<void> {
		await this.field(name).locator('.el-switch').click();
	}

	/** Runs the nodes before, so that the form shows what their fields hold. */
	async runBefore(): Promise<void> {
		const input = this.root.getByTestId('ndv-input-panel');
		await input.getByTestId('execute-previous-node').click();
		await input.getByText(/^1 item$/).first().waitFor();
	}

	/** Runs the node and waits until it has ended. */
	async execute(): Promise<void> {
		await this.root.getByTestId('node-execute-button').first().click();
		await this.output.locator('[data-test-id=node-run-status-success], [data-test-id=node-run-status-danger]').waitFor();
	}

	/** Shows the output as a table, JSON, schema or binary data. */
	async showOutputAs(mode: 'schema' | 'table' | 'json' | 'binary'): Promise<void> {
		// The choice shows while the mouse is over the panel.
		await this.output.hover();
		const button = this.output.getByTestId(`radio-button-${mode}`);
		if ((await button.getAttribute('aria-checked')) !== 'true') await button.click();
	}

	private choices(): Locator {
		return this.page.locator('.el-select-dropdown__item:visible');
	}
}
