/** Draws messages on a phone: chips, bubbles, and what did not arrive. Plain JavaScript, see script.mts. */
export const MESSAGES_SCRIPT = `
	var FAILED = { Zalo: 'Zalo could not deliver', SMS: 'SMS could not be delivered', Viber: 'Viber could not deliver', Voice: 'Nobody answered' };

	function reason(message) {
		var failure = message.failure || {};
		if (!throughZalo(message)) return failure.message || '';
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
		var title = failed ? FAILED[channel(message)] : channel(message) + ' message ' + stateText(message);
		box.append(el('strong', '', (failed ? '\\u2715 ' : '') + title));
		if (failed && throughZalo(message)) box.append(el('span', 'why', reason(message)));
		var what = el('span', 'what');
		what.append(el('span', '', message.senderName + ' \\u00b7 ' + (message.templateName || channel(message))), el('time', '', clock(message.createdAt)));
		box.append(what);
		return box;
	}
	function znsBody(message) {
		var body = el('div', 'body'), parts = message.text.split('\\n');
		if (parts.length === 1) body.textContent = message.text;
		else body.append(el('span', 'title', parts[0]), document.createTextNode(parts.slice(1).join('\\n')));
		return body;
	}
	function viberBody(message) {
		var body = el('div', 'body'), given = message.body || {}, label = given.OttLabel || given.OTTLabel;
		if (given.OttImgUrl) body.append(picture('banner', given.OttImgUrl, 'image'));
		if (message.text) body.append(el('div', '', message.text));
		if (label) body.append(el('div', 'pill', label));
		return body;
	}
	/* What a voice reads out, and the key that was pressed after it. */
	function voiceBody(message) {
		var body = el('div', 'body'), key = message.body && message.body.Ivr;
		body.append(el('span', 'icon', '\\u260e'), el('span', 'said', message.text));
		if (key) body.append(el('div', 'pill', 'key ' + key));
		return body;
	}
	function bodyOf(message) {
		if (channel(message) === 'Voice') return voiceBody(message);
		/* A consultation text has no payload. */
		if (message.channel === 'zalo' && message.payload) return transaction(message);
		if (message.channel === 'viber') return viberBody(message);
		return message.channel === 'zns' ? znsBody(message) : el('div', 'body', message.text);
	}
	function received(message) {
		var box = el('article', channel(message).toLowerCase());
		var head = el('div', 'head');
		head.append(el('span', 'badge', channel(message)), el('span', '', message.senderName));
		/* Sent by the Official Account itself, through nobody else. */
		if (message.provider === 'zalo') head.append(el('span', 'via', 'direct'));
		var foot = el('div', 'foot ' + kind(message));
		foot.append(el('span', '', stateText(message)), el('time', '', clock(message.createdAt)));
		box.append(head, bodyOf(message), foot);
		return box;
	}
`;
