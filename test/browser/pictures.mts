import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pause } from '../support/stage.mjs';

/** Every picture of the docs, by the name of its file in docs/images. `npm run pictures` takes them anew. */
export const PICTURES = [
	'send-zns',
	'send-zns-zalo',
	'receipt',
	'error',
	'first-steps',
	'first-steps-form',
	'wait-for-delivery',
	'sms-fallback',
	'delivery-trigger',
	'transaction-message',
	'esms',
	'caresoft',
	'credential',
	'simulator',
	'preview-only',
] as const;
export type Picture = (typeof PICTURES)[number];

/** All have this size; the editor is readable in it on a page of the docs. */
export const VIEWPORT = { width: 1400, height: 900 };

const IMAGES_DIR = join(__dirname, '..', '..', 'docs', 'images');
const wanted = process.env.TAKE_PICTURES === '1';
const taken = new Set<Picture>();

/** @returns the pictures that no test has come to */
export function notTaken(): Picture[] {
	return PICTURES.filter((picture) => !taken.has(picture));
}

/** Takes a picture of what the page shows; without TAKE_PICTURES=1 it only notes that it could. */
export async function take(page: Page, picture: Picture): Promise<void> {
	taken.add(picture);
	if (!wanted) return;
	// Messages of the editor cover what is to be seen, and a pointer shows the menus of a field.
	for (const close of await page.locator('.el-notification__closeBtn').all()) await close.click();
	await page.mouse.move(0, 0);
	await pause(600);
	await page.screenshot({ path: join(IMAGES_DIR, `${picture}.png`), animations: 'disabled', caret: 'hide' });
}
