import { runInNewContext } from 'node:vm';

/** As much of a DOM element as the page's drawing needs; `outline` shows its tree, text in quotes. */
class FakeElement {
	className = '';
	title = '';
	src = '';
	style: Record<string, string> = {};
	children: Array<FakeElement | string> = [];
	readonly listeners: Record<string, () => void> = {};

	constructor(readonly tag: string) {}

	set textContent(text: unknown) {
		this.children = [String(text)];
	}

	append(...nodes: Array<FakeElement | string>): void {
		this.children.push(...nodes);
	}

	replaceChildren(...nodes: Array<FakeElement | string>): void {
		this.children = nodes;
	}

	addEventListener(event: string, listener: () => void): void {
		this.listeners[event] = listener;
	}

	outline(): string {
		const align = this.style.textAlign ? `@${this.style.textAlign}` : '';
		const name = `${this.tag}${this.className.replaceAll(/(^| )(?=.)/g, '.')}${align}`;
		return `${name}(${this.children.map((child) => (typeof child === 'string' ? JSON.stringify(child) : child.outline())).join(' ')})`;
	}
}

/** Evaluates an expression after a part of the page's script, and outlines the element it returns. */
export function draw(script: string, expression: string, message: unknown): string {
	const images: FakeElement[] = [];
	const document = {
		createElement: (tag: string) => {
			const created = new FakeElement(tag);
			if (tag === 'img') images.push(created);
			return created;
		},
		createTextNode: (text: string) => text,
	};
	const drawn = runInNewContext(`${script}; ${expression}`, { document, message }) as FakeElement;
	// Pictures under this host exist, all others cannot be loaded.
	for (const image of images) if (image.src.startsWith('https://exists.example/')) image.listeners.load?.();
	return drawn.outline();
}
