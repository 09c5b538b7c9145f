import { runInNewContext } from 'node:vm';
import { WEBHOOKS_SCRIPT } from '../../../sandbox/simulator/page/webhooks.mjs';

/** The forms in which the page takes the URLs of webhooks, and who answers them. */
export interface WebhookForms {
	/** URLs as the simulator tells them. */
	draw(urls: Record<string, string>): void;
	type(form: string, text: string): void;
	/** @returns gives the simulator's answer to what was saved; undefined where nothing was asked */
	save(form: string): ((answer: unknown) => Promise<void>) | undefined;
	/** What the form shows: its URL, and what it says. */
	shown(form: string): [url: string, said: string];
}

/** Runs the script of the forms, without a browser. */
export function webhookForms(): WebhookForms {
	const waiting: Array<(answer: unknown) => void> = [];
	const forms = new Map(['zalo', 'caresoft'].map((name) => [`webhook-${name}`, aForm()]));
	const scope = {
		byId: (id: string) => forms.get(id),
		fetch: async () => await new Promise((resolve) => waiting.push((answer) => resolve({ json: async () => await Promise.resolve(answer) }))),
		draw: undefined as unknown as WebhookForms['draw'],
	};
	runInNewContext(`${WEBHOOKS_SCRIPT}; draw = drawWebhooks;`, scope);
	const form = (name: string) => forms.get(`webhook-${name}`) as ReturnType<typeof aForm>;
	return {
		draw: (urls) => scope.draw(urls),
		type: (name, text) => void (form(name).elements.url.value = text),
		save: (name) => {
			form(name).submit({ preventDefault: () => undefined });
			const answer = waiting.shift();
			return (
				answer &&
				(async (given) => {
					answer(given);
					// As many turns as the script's promises take.
					for (let turn = 0; turn < 10; turn++) await Promise.resolve();
				})
			);
		},
		shown: (name) => [form(name).elements.url.value, form(name).output.textContent],
	};
}

function aForm() {
	const output = { textContent: '' };
	return {
		elements: { url: { value: '' } },
		output,
		submit: (_event: object): void => undefined,
		querySelector: () => output,
		addEventListener(_event: string, listener: (event: object) => void) {
			this.submit = listener;
		},
	};
}
