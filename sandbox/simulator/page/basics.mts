/** What the other parts of the page's script build on: elements, names, times. Plain JavaScript, see script.mts. */
export const BASICS_SCRIPT = `
	var CHANNELS = { zns: 'Zalo', zalo: 'Zalo', sms: 'SMS', viber: 'Viber', voice: 'Voice' };
	var PROVIDERS = { esms: 'eSMS', caresoft: 'CareSoft', zalo: 'Zalo' };

	function el(tag, className, text) {
		var node = document.createElement(tag);
		if (className) node.className = className;
		if (text !== undefined) node.textContent = text;
		return node;
	}
	function byId(id) { return document.getElementById(id); }
	function clock(ms) { return new Date(ms).toTimeString().slice(0, 8); }
	function spaced(phone) { return phone.replace(/^(\\d{4})(\\d{3})(\\d+)$/, '$1 $2 $3'); }
	/* Type 8 is sent like an SMS and heard as a call that reads a code out. */
	function channel(message) { return message.typeId === 8 ? 'Voice' : CHANNELS[message.channel] || message.channel; }
	function throughZalo(message) { return channel(message) === 'Zalo'; }
	function kind(message) { return message.state === 'delivered' ? 'ok' : message.state === 'failed' ? 'bad' : 'wait'; }
	function stateText(message) {
		if (message.state === 'delivered') return '\\u2713 ' + (message.channel === 'voice' ? 'Answered' : 'Delivered');
		if (message.state === 'scheduled') return 'scheduled for ' + clock(message.sendAt);
		return 'on its way';
	}
	/* Whose phone a message is for: the number, or what stands for it. */
	function recipient(message) { return message.phone || message.zaloUserId || message.hashPhone || ''; }
	/* Each phone with its messages, newest first, the phone of the newest message first. */
	function byPhone(list) {
		var groups = new Map();
		list.forEach(function (message) {
			var phone = recipient(message), own = groups.get(phone) || [];
			groups.delete(phone);
			groups.set(phone, [message].concat(own));
		});
		return Array.from(groups).reverse();
	}
`;
