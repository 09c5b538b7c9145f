import { PAGE_SCRIPT } from './script.mjs';
import { PAGE_STYLE } from './style.mjs';

const PAGE = `<!DOCTYPE html>
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
		<h2>Provider calls</h2>
		<ol id="log"></ol>
		<h2>Scripted recipients</h2>
		<dl id="recipients"></dl>
	</aside>
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;

/** The page with the virtual phones; its data comes through the event stream. */
export function pageHtml(): string {
	return PAGE;
}
