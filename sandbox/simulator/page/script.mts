import { BASICS_SCRIPT } from './basics.mjs';
import { MESSAGES_SCRIPT } from './messages.mjs';
import { TRANSACTION_SCRIPT } from './transaction.mjs';
import { WEBHOOKS_SCRIPT } from './webhooks.mjs';

/**
 * The page's script. Texts reach the document through textContent only: a message can never become markup.
 * It is plain JavaScript in strings, so it holds no backticks and no placeholders but those of its own parts.
 */
export const PAGE_SCRIPT = `'use strict';
(function () {
	var PHONES = 24, PER_PHONE = 12, KEEP = 600, LOG = 40;
	var messages = new Map(), log = new Map(), rules = [], reasons = {}, dirty = new Set(), cards = new Map(), timer = 0;

${BASICS_SCRIPT}${TRANSACTION_SCRIPT}${MESSAGES_SCRIPT}${WEBHOOKS_SCRIPT}
	function listed(number) {
		return rules.find(function (entry) { return entry.numbers === number || entry.numbers === number.slice(0, -3) + 'NNN'; });
	}
	/* A Zalo user may be scripted as the number behind the prefix. */
	function rule(to) { return listed(to) || (/^7000000\\d{10}$/.test(to) ? listed(to.slice(7)) : undefined); }
	function heading(phone, message) {
		var title = el('div', 'number'), scripted = rule(phone);
		if (message.phone) title.textContent = spaced(phone);
		else {
			title.className = 'number user';
			title.append(el('small', '', message.zaloUserId ? 'Zalo user' : 'Phone known by its hash'), document.createTextNode(message.zaloUserId ? phone : phone.slice(0, 16) + '\\u2026'));
		}
		if (scripted) title.title = scripted.what;
		return title;
	}

	function drawPhone(phone, own) {
		var card = cards.get(phone) || el('div', 'phone');
		cards.set(phone, card);
		var latest = new Map();
		own.forEach(function (message) { if (!latest.has(channel(message))) latest.set(channel(message), message); });
		var verdict = el('div', 'verdict');
		latest.forEach(function (message) { verdict.append(chip(message)); });
		var device = el('div', 'device'), screen = el('div', 'screen');
		own.slice(0, PER_PHONE).forEach(function (message) {
			screen.append(message.state === 'delivered' ? received(message) : absent(message));
		});
		device.append(screen);
		card.replaceChildren(heading(phone, own[0]), verdict, device);
	}
	function drawPhones() {
		var shown = byPhone(messages).slice(0, PHONES), numbers = shown.map(function (entry) { return entry[0]; });
		shown.forEach(function (entry) { if (dirty.has(entry[0]) || !cards.has(entry[0])) drawPhone(entry[0], entry[1]); });
		cards.forEach(function (card, phone) { if (!numbers.includes(phone)) cards.delete(phone); });
		dirty.clear();
		var place = byId('phones'), nodes = numbers.map(function (phone) { return cards.get(phone); });
		if (nodes.length === 0) nodes = [el('p', 'empty', 'No message yet. Send one, and the phone that gets it appears here.')];
		if (nodes.length !== place.children.length || nodes.some(function (node, i) { return node !== place.children[i]; })) place.replaceChildren.apply(place, nodes);
	}
	function drawCounts() {
		var counts = { ok: 0, bad: 0, wait: 0 }, names = { ok: 'delivered', bad: 'failed', wait: 'on the way' };
		messages.forEach(function (message) { counts[kind(message)] += 1; });
		byId('counts').replaceChildren.apply(byId('counts'), ['ok', 'bad', 'wait'].map(function (name) {
			var item = el('span', name);
			item.append(el('b', '', String(counts[name])), document.createTextNode(names[name]));
			return item;
		}));
	}
	function drawLog() {
		var rows = Array.from(log.values()).slice(-LOG).reverse().map(function (entry) {
			var fine = entry.status === 200 && /^(100|0|ok|OK)$/.test(entry.code);
			var row = el('li'), line = el('div', 'line');
			var short = entry.path.replace(/^\\/esms\\/MainService\\.svc\\/json|^\\/esms|^\\/caresoft\\/[^/]+\\/api\\/v1|^\\/(business|openapi|oauth)(?=\\/)/i, '').replace(/^\\//, '');
			var answer = entry.status === 0 ? 'no answer' : entry.status === 200 ? entry.code || '200' : entry.status + (entry.code ? ' ' + entry.code : '');
			line.append(el('span', 'path', short), el('span', 'code ' + (fine ? 'ok' : 'bad'), answer));
			line.title = entry.method + ' ' + entry.path;
			var provider = PROVIDERS[entry.provider] || entry.provider;
			var more = [clock(entry.at), provider, entry.phone, entry.durationMs + ' ms', entry.note].filter(Boolean).join(' \\u00b7 ');
			row.append(line, el('div', 'more', more));
			return row;
		});
		byId('log').replaceChildren.apply(byId('log'), rows);
	}
	function drawRecipients() {
		var nodes = [];
		rules.forEach(function (entry) { nodes.push(el('dt', '', entry.numbers), el('dd', '', entry.what)); });
		nodes.push(el('dt', '', 'any other number or user'), el('dd', '', 'gets its message'));
		byId('recipients').replaceChildren.apply(byId('recipients'), nodes);
	}
	function draw() {
		timer = 0;
		drawPhones(); drawCounts(); drawLog();
	}
	function drawSoon() { if (!timer) timer = setTimeout(draw, 100); }

	function trim(map, limit) {
		var surplus = map.size - limit;
		if (surplus <= 0) return;
		Array.from(map.keys()).slice(0, surplus).forEach(function (key) { map.delete(key); });
	}
	function take(change) {
		if (change.kind === 'reset') { messages.clear(); log.clear(); cards.clear(); }
		if (change.kind === 'message') { messages.set(change.item.id, change.item); dirty.add(recipient(change.item)); }
		if (change.kind === 'request') log.set(change.item.id, change.item);
	}

	var source = new EventSource('/_sim/events');
	source.addEventListener('open', function () { byId('live').className = 'live on'; byId('live').textContent = 'live'; });
	source.addEventListener('error', function () { byId('live').className = 'live'; byId('live').textContent = 'not connected'; });
	source.addEventListener('start', function (event) {
		var data = JSON.parse(event.data);
		rules = data.recipients; reasons = data.reasons;
		messages.clear(); log.clear(); cards.clear();
		data.messages.forEach(function (item) { take({ kind: 'message', item: item }); });
		data.requests.forEach(function (item) { take({ kind: 'request', item: item }); });
		drawRecipients(); drawWebhooks(data.webhooks); draw();
	});
	source.addEventListener('webhooks', function (event) { drawWebhooks(JSON.parse(event.data)); });
	source.addEventListener('changes', function (event) {
		JSON.parse(event.data).forEach(take);
		trim(messages, KEEP); trim(log, LOG);
		drawSoon();
	});
	byId('reset').addEventListener('click', function () { fetch('/_sim/reset', { method: 'POST' }); });
})();
`;
