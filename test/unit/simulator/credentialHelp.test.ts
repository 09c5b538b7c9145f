import { credentialHelp, inLines, startSimulator } from '../../../sandbox/simulator/index.mjs';
import { simulatorCredentials } from '../../../sandbox/demo/credentials.mjs';
import { ZaloZnsCaresoftApi } from '../../../credentials/ZaloZnsCaresoftApi.credentials';
import { ZaloZnsEsmsApi } from '../../../credentials/ZaloZnsEsmsApi.credentials';
import { ZaloZnsOfficialAccountApi } from '../../../credentials/ZaloZnsOfficialAccountApi.credentials';

const types = [new ZaloZnsEsmsApi(), new ZaloZnsCaresoftApi(), new ZaloZnsOfficialAccountApi()];

it('what a credential needs is told by the labels of its fields, on the page, too, and is what the demo stores', async () => {
	const simulator = await startSimulator();
	try {
		const help = credentialHelp(simulator.settings, simulator.url);
		const stored: Record<string, Record<string, unknown>> = { ...simulatorCredentials(simulator) };
		const page = await (await fetch(simulator.url)).text();
		expect(help.map(({ credential }) => credential)).toEqual(types.map(({ displayName }) => displayName));
		for (const { credential, fields } of help) {
			const type = types.find(({ displayName }) => displayName === credential);
			for (const [label, value] of fields) {
				const field = type?.properties.find(({ displayName }) => displayName === label);
				expect([credential, label, field?.displayName]).toEqual([credential, label, label]);
				// The demo has tokens of its own, as each works once; a choice is stored under another name than it is shown.
				const own = stored[type?.name ?? '']?.[field?.name ?? ''];
				if (own !== undefined && label !== 'Refresh Token' && field?.type !== 'options') expect([label, value]).toEqual([label, own]);
				expect(page).toContain(`<dt>${label}</dt><dd><code>${value}</code>`);
			}
		}
		expect(inLines(help)).toMatch(/^eSMS API\n {2}API Key +SIMULATOR-API-KEY\n/);
	} finally {
		await simulator.close();
	}
});

it('markup in a setting is shown as it is', async () => {
	const simulator = await startSimulator({ esms: { apiKey: '<b>"&' } });
	try {
		expect(await (await fetch(simulator.url)).text()).toContain('<code>&#60;b&#62;&#34;&#38;</code>');
	} finally {
		await simulator.close();
	}
});
