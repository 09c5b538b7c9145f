/** Draws a transaction or consultation message as Zalo shows it. Plain JavaScript, see script.mts. */
export const TRANSACTION_SCRIPT = `
	var ALIGNS = ['left', 'center', 'right'], STYLES = ['green', 'blue', 'yellow', 'red', 'grey'];
	var ICONS = { 'oa.open.url': '\\u2197', 'oa.query.show': '\\u2026', 'oa.query.hide': '\\u2026', 'oa.open.sms': '\\u2709', 'oa.open.phone': '\\u260e' };

	function list(value) { return Array.isArray(value) ? value.filter(function (item) { return item && typeof item === 'object'; }) : []; }
	/* <br> is a line break; every other markup stays visible as text. */
	function lines(node, text) {
		String(text === undefined ? '' : text).split(/<br\\s*\\/?>/i).forEach(function (line, i) {
			if (i > 0) node.append(document.createElement('br'));
			node.append(document.createTextNode(line));
		});
		return node;
	}
	function aligned(node, align) {
		if (ALIGNS.includes(align)) node.style.textAlign = align;
		return node;
	}
	/* The picture, or its place when it cannot be loaded. */
	function picture(className, url, label) {
		var box = el('div', className + ' missing', label), image = document.createElement('img');
		if (!/^https:/i.test(String(url))) return box;
		image.alt = '';
		image.referrerPolicy = 'no-referrer';
		image.addEventListener('load', function () { box.className = className; box.replaceChildren(image); });
		image.src = url;
		return box;
	}
	function rows(content) {
		var table = el('div', 'rows');
		list(content).forEach(function (row) {
			var value = el('span', 'value', row.value), style = STYLES.includes(row.style) ? row.style : '';
			table.append(el('span', 'key', row.key), value);
			if (style) value.replaceChildren(el('span', 'status ' + style, row.value));
		});
		return table;
	}
	function element(item) {
		if (item.type === 'banner') return picture('banner', item.image_url, 'banner');
		if (item.type === 'header') return aligned(lines(el('div', 'title'), item.content), item.align);
		if (item.type === 'table') return rows(item.content);
		if (item.type === 'text') return aligned(lines(el('div', 'text'), item.content), item.align);
		/* A photo, or the form that asks for the user's data. */
		var box = el('div', '');
		box.append(picture('banner', item.url || item.image_url, item.media_type || 'image'));
		if (item.title) box.append(el('div', 'title', item.title), el('div', 'text', item.subtitle));
		return box;
	}
	function button(item) {
		var row = el('div', 'button'), target = item.payload && typeof item.payload === 'object' ? Object.values(item.payload).join(' ') : item.payload;
		row.append(picture('icon', item.image_icon, ICONS[item.type] || ''), el('span', 'label', item.title), el('span', 'more', '\\u203a'));
		row.title = item.type + ' ' + target;
		return row;
	}
	function transaction(message) {
		var inner = (message.payload && message.payload.message) || {}, payload = (inner.attachment && inner.attachment.payload) || {};
		var body = el('div', 'body transaction'), buttons = list(payload.buttons);
		if (inner.text) body.append(lines(el('div', 'text'), inner.text));
		list(payload.elements).forEach(function (item) { body.append(element(item)); });
		if (buttons.length) body.append.apply(body, buttons.map(button));
		return body;
	}
`;
