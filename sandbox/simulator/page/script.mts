/**
 * The page's script. Texts reach the document through textContent only: a message can never become markup.
 * It is plain JavaScript in a string, so it holds no backticks and no template placeholders.
 */
export const PAGE_SCRIPT = `'use strict';
(function () {
	var PHONES = 24, PER_PHONE = 12, KEEP = 600, LOG = 40;
	var messages = new Map(), log = new Map(), rules = [], reasons = {}, dirty = new Set(), cards = new Map(), timer = 0;

	function el(tag, className, text) {
		var node = document.createElement(tag);
		if (className) node.className = className;
		if (text !== undefined) node.textContent = text;
		return node;
	}
	function byId(id) { return document.getElementById(id); }
	function clock(ms) { return new Date(ms).toTimeString().slice(0, 8); }
	function spaced(phone) { return phone.replace(/^(\\d{4})(\\d{3})(\\d+)$/, '$1 $2 $3'); }
	function channel(message) { return message.channel === 'zns' ? 'Zalo' : 'SMS'; }
	function kind(message) { return message.state === 'delivered' ? 'ok' : message.state === 'failed' ? 'bad' : 'wait'; }
	function stateText(message) {
		if (message.state === 'delivered') return '\\u2713 Delivered';
		if (message.state === 'scheduled') return 'scheduled for ' + clock(message.sendAt);
		return 'on its way';
	}
	function reason(message) {
		var failure = message.failure || {};
		if (message.channel === 'sms') return failure.message || '';
		return String(failure.code).replace('-', '\\u2212') + ' ' + (reasons[failure.code] || failure.message || '');
	}

	function chip(message) {
		var marks = { ok: '\\u2713 ', bad: '\\u2715 ', wait: '\\u2026 ' };
		var words = { ok: ' delivered', bad: ' failed', wait: ' on its way' };
		return el('span', 'chip ' + kind(message), marks[kind(message)] + channel(message) + words[kind(message)]);
	}
	/* Not on the phone: failed, or not there yet. */
	function absent(message) {
		var failed = message.state === 'failed';
		var box = el('div', 'absent ' + kind(message));
		var title = failed ? (message.channel === 'zns' ? 'Zalo could not deliver' : 'SMS could not be delivered') : channel(message) + ' message ' + stateText(message);
		box.append(el('strong', '', (failed ? '\\u2715 ' : '') + title));
		if (failed && message.channel === 'zns') box.append(el('span', 'why', reason(message)));
		var what = el('span', 'what');
		what.append(el('span', '', message.senderName + ' \\u00b7 ' + (message.templateName || 'SMS')), el('time', '', clock(message.createdAt)));
		box.append(what);
		return box;
	}
	function received(message) {
		var box = el('article', message.channel === 'zns' ? 'zalo' : 'sms');
		var head = el('div', 'head');
		head.append(el('span', 'badge', channel(message)), el('span', '', message.senderName));
		var body = el('div', 'body');
		var lines = message.text.split('\\n');
		if (message.channel === 'zns' && lines.length > 1) {
			body.append(el('span', 'title', lines[0]), document.createTextNode(lines.slice(1).join('\\n')));
		} else {
			body.textContent = message.text;
		}
		var foot = el('div', 'foot ' + kind(message));
		foot.append(el('span', '', stateText(message)), el('time', '', clock(message.createdAt)));
		box.append(head, body, foot);
		return box;
	}
	function rule(phone) {
		return rules.find(function (entry) { return entry.numbers === phone || entry.numbers === phone.slice(0, 7) + 'NNN'; });
	}

	function drawPhone(phone, own) {
		var card = cards.get(phone) || el('div', 'phone');
		cards.set(phone, card);
		var latest = new Map();
		own.forEach(function (message) { latest.set(message.channel, message); });
		var verdict = el('div', 'verdict');
		latest.forEach(function (message) { verdict.append(chip(message)); });
		var device = el('div', 'device'), screen = el('div', 'screen');
		own.slice(-PER_PHONE).forEach(function (message) {
			screen.append(message.state === 'delivered' ? received(message) : absent(message));
		});
		device.append(screen);
		var number = el('div', 'number', spaced(phone)), scripted = rule(phone);
		if (scripted) number.title = scripted.what;
		card.replaceChildren(number, verdict, device);
		return { card: card, screen: screen };
	}
	function drawPhones() {
		var groups = new Map(), active = new Set();
		messages.forEach(function (message) {
			if (!groups.has(message.phone)) groups.set(message.phone, []);
			groups.get(message.phone).push(message);
			active.delete(message.phone);
			active.add(message.phone);
		});
		/* The most active phones, each staying where it first appeared. */
		var recent = new Set(Array.from(active).slice(-PHONES));
		var shown = Array.from(groups.keys()).filter(function (phone) { return recent.has(phone); }).reverse();
		shown.forEach(function (phone) {
			if (!dirty.has(phone) && cards.has(phone)) return;
			var drawn = drawPhone(phone, groups.get(phone));
			requestAnimationFrame(function () { drawn.screen.scrollTop = drawn.screen.scrollHeight; });
		});
		cards.forEach(function (card, phone) { if (!shown.includes(phone)) cards.delete(phone); });
		dirty.clear();
		var place = byId('phones'), nodes = shown.map(function (phone) { return cards.get(phone); });
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
			var short = entry.path.replace(/^\\/esms\\/MainService\\.svc\\/json|^\\/esms|^\\/caresoft\\/[^/]+\\/api\\/v1/i, '').replace(/^\\//, '');
			var answer = entry.status === 0 ? 'no answer' : entry.status === 200 ? entry.code || '200' : entry.status + (entry.code ? ' ' + entry.code : '');
			line.append(el('span', 'path', short), el('span', 'code ' + (fine ? 'ok' : 'bad'), answer));
			line.title = entry.method + ' ' + entry.path;
			var provider = entry.provider === 'esms' ? 'eSMS' : 'CareSoft';
			var more = [clock(entry.at), provider, entry.phone, entry.durationMs + ' ms', entry.note].filter(Boolean).join(' \\u00b7 ');
			row.append(line, el('div', 'more', more));
			return row;
		});
		byId('log').replaceChildren.apply(byId('log'), rows);
	}
	function drawRecipients() {
		var nodes = [];
		rules.forEach(function (entry) { nodes.push(el('dt', '', entry.numbers), el('dd', '', entry.what)); });
		nodes.push(el('dt', '', 'any other number'), el('dd', '', 'gets its message'));
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
		if (change.kind === 'message') { messages.set(change.item.id, change.item); dirty.add(change.item.phone); }
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
		drawRecipients(); draw();
	});
	source.addEventListener('changes', function (event) {
		JSON.parse(event.data).forEach(take);
		trim(messages, KEEP); trim(log, LOG);
		drawSoon();
	});
	byId('reset').addEventListener('click', function () { fetch('/_sim/reset', { method: 'POST' }); });
})();
`;
