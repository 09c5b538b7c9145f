import type { CredentialHelp } from '../credentialHelp.mjs';
import { PAGE_SCRIPT } from './script.mjs';
import { PAGE_STYLE } from './style.mjs';
import { WEBHOOKS_HTML } from './webhooks.mjs';

const page = (credentials: string) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Phones: eSMS, CareSoft and Zalo simulator</title>
<link rel="icon" href="data:,">
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
	<h1>Customers' phones</h1>
	<p class="hint">Simulated eSMS, CareSoft and Zalo. No message leaves this machine.</p>
	<div class="counts" id="counts"></div>
	<span class="live" id="live">connecting</span>
	<button id="reset" type="button">Clear</button>
</header>
<main>
	<section id="phones" aria-live="polite"></section>
	<aside>
		<details>
			<summary><h2>Provider calls</h2></summary>
			<ol id="log"></ol>
		</details>
		<h2>Scripted recipients</h2>
		<dl id="recipients"></dl>
		<h2>Credentials for n8n</h2>
		<div id="credentials">${credentials}</div>${WEBHOOKS_HTML}
	</aside>
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;

/**
 * The page with the virtual phones; its data comes through the event stream.
 *
 * @param help what to enter into credentials that lead here
 */
export function pageHtml(help: readonly CredentialHelp[]): string {
	return page(help.map(credentialHtml).join('\n'));
}

function credentialHtml({ credential, fields }: CredentialHelp): string {
	const rows = fields.map(([label, value, note]) => `<dt>${escaped(label)}</dt><dd><code>${escaped(value)}</code>${note === undefined ? '' : ` ${escaped(note)}`}</dd>`);
	return `<h3>${escaped(credential)}</h3><dl>${rows.join('')}</dl>`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
