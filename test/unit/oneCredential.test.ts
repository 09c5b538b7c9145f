import type { INodeCredentialDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { SendZns } from '../../nodes/SendZns/SendZns.node';
import { NODE_PAGES } from '../../tools/nodes/catalogue.mjs';

/** What n8n's rule `single-credential-per-node` reads. */
const shownFor = ({ displayOptions }: INodeCredentialDescription) => Object.entries(displayOptions?.show ?? {});

const actions = NODE_PAGES.filter(({ description: { group } }) => !group.includes('trigger'));

it.each(actions.map((page) => [page.folder, page] as const))('%s uses one credential at a time, as the linter of n8n can read', (_, { description: { credentials = [] } }) => {
	const pairs = credentials.flatMap((one, at) => credentials.slice(at + 1).map((other) => [one, other] as const));
	for (const [one, other] of pairs) {
		const apart = shownFor(one).some(([name, values]) => {
			const others = (other.displayOptions?.show ?? {})[name];
			return others !== undefined && values?.every((value) => !(others as unknown[]).includes(value));
		});
		expect([one.name, other.name, apart]).toEqual([one.name, other.name, true]);
	}
});

// n8n looks at the parameters as they are stored, too, where those that were left at their default are missing.
it.each([
	['esms', 'zaloZnsEsmsApi'],
	['caresoft', 'zaloZnsCaresoftApi'],
	['zalo', 'zaloZnsOfficialAccountApi'],
])('a Send ZNS that was stored with the provider %s alone asks for %s', (provider, name) => {
	const { description } = new SendZns();
	for (const stored of [{ provider }, ...(provider === 'esms' ? [{}] : [])]) {
		const filled = NodeHelpers.getNodeParameters(description.properties, stored, true, false, null, description) ?? {};
		for (const parameters of [filled, stored]) {
			const shown = (description.credentials ?? []).filter((credential) => NodeHelpers.displayParameter(parameters, credential, { typeVersion: 1.1 }, description));
			expect(shown.map((credential) => credential.name)).toEqual([name]);
		}
	}
});
