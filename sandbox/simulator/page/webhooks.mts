/** Where the providers call that get one URL for the whole account: markup of the forms. */
export const WEBHOOKS_HTML = `
		<h2>Webhooks</h2>
		<p>The URL of a ZNS Delivery Trigger. eSMS gets it with each message, in <i>Callback URL</i>; these two get it once:</p>
		<form class="webhook" id="webhook-zalo"><label>Zalo, in its app console <input name="url" type="url" placeholder="nobody is called"></label> <button>Save</button> <output></output></form>
		<form class="webhook" id="webhook-caresoft"><label>CareSoft, by its support <input name="url" type="url" placeholder="nobody is called"></label> <button>Save</button> <output></output></form>`;

/** Saves a URL, and says what came of it. Plain JavaScript, see script.mts. */
export const WEBHOOKS_SCRIPT = `
	function probeText(tries) {
		var last = tries[tries.length - 1];
		if (!last) return 'Saved. Nobody is called.';
		if (last.status === undefined) return 'Saved, but the probe got no answer: ' + (last.error || 'nobody is there');
		return last.status === 200 ? 'Saved. The probe was answered.' : 'Saved, but the probe was answered with ' + last.status + '.';
	}
	/* What the simulator was or has told last of each form, and what the form said last: an answer that comes later is overtaken. */
	var told = {}, turns = {};
	function say(name, text) {
		byId('webhook-' + name).querySelector('output').textContent = text;
		return turns[name] = (turns[name] || 0) + 1;
	}
	function onSave(name, save, said) {
		var form = byId('webhook-' + name);
		form.addEventListener('submit', function (event) {
			event.preventDefault();
			var url = form.elements.url.value.trim();
			if (url && !/^https?:\\/\\/\\S+$/i.test(url)) return void say(name, 'Not saved: write the whole URL, with its http or https, and without spaces.');
			var turn = say(name, 'Saving \\u2026'), how = save(url);
			told[name] = url;
			function answered(text) { if (turns[name] === turn) say(name, text); }
			fetch(how.path, { method: how.method, body: JSON.stringify(how.body) })
				.then(function (response) { return response.json(); })
				.then(function (answer) { answered(answer.error || said(answer)); })
				.catch(function () { answered('Not saved: the simulator does not answer.'); });
		});
	}
	onSave('zalo', function (url) { return { method: 'POST', path: '/_sim/zalo/webhook', body: { url: url } }; }, probeText);
	onSave('caresoft', function (url) { return { method: 'PATCH', path: '/_sim/settings', body: { caresoft: { webhook: { url: url } } } }; },
		function (settings) { return settings.caresoft.webhook.url ? 'Saved.' : 'Saved. Nobody is called.'; });
	function drawWebhooks(urls) {
		Object.keys(urls).forEach(function (name) {
			var input = byId('webhook-' + name).elements.url;
			/* What somebody types stays. */
			if (input.value === (told[name] || '') && input.value !== urls[name]) {
				input.value = urls[name];
				say(name, '');
			}
			told[name] = urls[name];
		});
	}
`;
