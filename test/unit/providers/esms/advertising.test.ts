import { sendAdvertising } from '../../../../nodes/providers/esms/advertising';
import samples from '../../../fixtures/esms/advertising.json';
import answers from '../../../fixtures/esms/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const message = { brandname: '{{Brandname}}', content: '{{Content}}', phones: ['0918238965', '0901888484', '...'] };

function call(answer = answers.accepted) {
	const { transport, requests } = recordingTransport(() => answerOf(answer));
	return { client: { baseUrl: '', transport }, requests };
}

/** @returns the body of a sample as it is before the credential adds its keys */
function bodyOf(text: string): Record<string, unknown> {
	const body = JSON.parse(text) as Record<string, unknown>;
	return Object.fromEntries(Object.entries(body).filter(([name]) => !['ApiKey', 'SecretKey'].includes(name)));
}

it('posts the documented sample (esms.md 7.2)', async () => {
	const { client, requests } = call();
	const result = await sendAdvertising(client, { ...message, requestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2' });
	expect(requests).toStrictEqual([
		{ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/SendMultipleSMSBrandname_json/', body: bodyOf(samples.request) },
	]);
	expect(result).toMatchObject({ status: 'accepted', messageId: 'd8e0f1f0702544b2acb456ca9ccfd111250' });
});

it('posts the documented sample of the sandbox (esms.md 13)', async () => {
	const { client, requests } = call();
	await sendAdvertising(client, { brandname: 'Svoucher', content: 'TEST SANDBO', phones: ['{{Phones1}}', '{{Phones2}}', '{{Phones3}}'], sandbox: true });
	expect(requests[0]?.body).toStrictEqual(bodyOf(samples.sandboxRequest));
});

it('takes a repeated request ID for a duplicate, and any other code for a no', async () => {
	expect(await sendAdvertising(call(answers.duplicate).client, message)).toMatchObject({ status: 'duplicate', messageId: null });
	expect((await thrownBy(() => sendAdvertising(call(samples.tooFewNumbers).client, message))).failure).toMatchObject({ code: '107', class: 'params' });
});
