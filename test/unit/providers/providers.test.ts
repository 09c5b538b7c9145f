import { ZaloZnsCaresoftApi } from '../../../credentials/ZaloZnsCaresoftApi.credentials';
import { ZaloZnsEsmsApi } from '../../../credentials/ZaloZnsEsmsApi.credentials';
import { ZaloZnsOfficialAccountApi } from '../../../credentials/ZaloZnsOfficialAccountApi.credentials';
import { providers } from '../../../nodes/providers';
import samples from '../../fixtures/zalo/answers.json';
import { answerOf, recordingTransport } from './recordingTransport';

const { caresoft, esms, zalo } = providers;

it.each([
	[caresoft, 'caresoft', 'CareSoft', ZaloZnsCaresoftApi],
	[esms, 'esms', 'eSMS', ZaloZnsEsmsApi],
	[zalo, 'zalo', 'Zalo', ZaloZnsOfficialAccountApi],
])('each is what receipts and people call it, with a credential of its own: %#', (provider, name, label, Credential) => {
	expect([provider.name, provider.label, provider.credentialType]).toEqual([name, label, new Credential().name]);
});

it('only eSMS recognises a repeat: with the others nothing may be sent again unless it is known that it was not sent (caresoft.md 7.1, zalo.md 3.1)', () => {
	expect([caresoft, esms, zalo].map(({ recognisesRepeats }) => recognisesRepeats)).toEqual([false, true, false]);
	for (const { whenUncertain } of [caresoft, esms, zalo]) expect(whenUncertain).toContain('before you send');
	expect([caresoft, esms, zalo].map(({ whereToLook }) => whereToLook)).toEqual(['CareSoft', 'your eSMS account', 'the administration of the Official Account']);
});

it('Zalo is tried with a call that changes nothing (zalo.md 3.7)', async () => {
	const { transport, requests } = recordingTransport(() => answerOf(samples.quota));
	await zalo.check({ baseUrl: '', transport });
	expect(requests.map(({ method, url }) => [method, url])).toEqual([['GET', 'https://business.openapi.zalo.me/message/quota']]);
});
