import { createHash } from 'crypto';
import { LEAN, startStage, until, type Stage } from '../../support/stage.mjs';
import { gzipped, rawCall, type RawRequest } from './rawCall.mjs';
import { importTarget, runsOf, type Target } from './triggers.mjs';
import { Tries } from './tries.mjs';

const APP = '2074138120372622546';
const ACCOUNT = '2893352839501541173';
const KEY = 'attack-oa-secret-key';
const APP_SECRET = 'attack-app-secret';
const TIME = '1602560967477';

type Call = RawRequest & { query?: string };

/** A ZNS that arrived (zalo.md 8.3). */
const arrived = (mark: string, change: object = {}): string =>
	JSON.stringify({ sender: { id: ACCOUNT }, recipient: { id: '84901888484' }, event_name: 'user_received_message', message: { delivery_time: '1602960467432', msg_id: mark, tracking_id: mark }, app_id: APP, timestamp: TIME, ...change });
const macOf = (body: string | Buffer, { app = APP, time = TIME, key = KEY } = {}): string => createHash('sha256').update(app).update(body).update(time).update(key).digest('hex');
const signed = (...values: string[]): string[] => values.map((value) => `X-ZEvent-Signature: ${value}`);
const post = (body: string | Buffer, headers: string[], more: Call = {}): Call => ({ method: 'POST', body, headers: ['Content-Type: application/json', 'X-ZEvent-Server: ZNS', ...headers], ...more });
const genuine = (body: string): Call => post(body, signed(`mac=${macOf(body)}`));

const tries = new Tries('zaloWebhook');
let stage: Stage;
let target: Target;

beforeAll(async () => {
	stage = await startStage({ ...LEAN });
	const zaloZnsOfficialAccountApi = await stage.client.createCredential('attacked', 'zaloZnsOfficialAccountApi', { appId: APP, appSecret: APP_SECRET, refreshToken: 'attack-refresh-token', oaSecretKey: KEY, baseUrl: stage.simulator.zaloUrl });
	target = await importTarget(stage, 'attack-zalo', 'znsDeliveryTrigger', { source: 'zalo', ignoreRepeated: true }, { zaloZnsOfficialAccountApi });
}, 240_000);
afterAll(async () => await stage?.close(), 60_000);

const calling = async ({ query = '', ...request }: Call) => await rawCall(`${target.url}${query}`, request);
const runsWith = async (mark: string) => (await runsOf(stage, target)).filter(({ item }) => JSON.stringify(item).includes(`"${mark}"`));

/** Waits until a genuine call has started its run: whatever came before it would have started by then. */
async function fence(mark: string): Promise<void> {
	expect((await calling(genuine(arrived(mark)))).status).toBe(200);
	await until(`the run of ${mark}`, async () => (await runsWith(mark)).length > 0);
}

const REFUSED = '401, no run';
const TAKEN = '200, one run by Delivered';
const NOTHING = '200, no run';
const exits = ['Delivered', 'Not Delivered', 'Other'];

const forgeries: Array<[attempt: string, call: (mark: string) => Call, expected: string]> = [
	['no signature', (mark) => post(arrived(mark), []), REFUSED],
	['an empty signature', (mark) => post(arrived(mark), signed('')), REFUSED],
	['"mac=" and nothing behind it', (mark) => post(arrived(mark), signed('mac=')), REFUSED],
	['signed with another key', (mark) => post(arrived(mark), signed(`mac=${macOf(arrived(mark), { key: 'guess' })}`)), REFUSED],
	['signed with an empty key', (mark) => post(arrived(mark), signed(`mac=${macOf(arrived(mark), { key: '' })}`)), REFUSED],
	['signed with the App Secret', (mark) => post(arrived(mark), signed(`mac=${macOf(arrived(mark), { key: APP_SECRET })}`)), REFUSED],
	['signed with the ID of the Official Account in place of that of the app', (mark) => post(arrived(mark), signed(`mac=${macOf(arrived(mark), { app: ACCOUNT })}`)), REFUSED],
	['another app, rightly signed for it with this key', (mark) => post(arrived(mark, { app_id: '1' }), signed(`mac=${macOf(arrived(mark, { app_id: '1' }), { app: '1' })}`)), REFUSED],
	['an event that names no app, signed for another one', (mark) => post(arrived(mark, { app_id: undefined }), signed(`mac=${macOf(arrived(mark, { app_id: undefined }), { app: '1' })}`)), REFUSED],
	['an event without a time, signed without one', (mark) => post(arrived(mark, { timestamp: undefined }), signed(`mac=${macOf(arrived(mark, { timestamp: undefined }), { time: '' })}`)), REFUSED],
	['the signature of another body', (mark) => post(arrived(mark), signed(`mac=${macOf(arrived('other'))}`)), REFUSED],
	['a body altered by one character', (mark) => post(arrived(mark).replace('84901888484', '84901888485'), signed(`mac=${macOf(arrived(mark))}`)), REFUSED],
	['an altered time', (mark) => post(arrived(mark, { timestamp: '1602560967478' }), signed(`mac=${macOf(arrived(mark))}`)), REFUSED],
	['the same JSON with other white space', (mark) => post(JSON.stringify(JSON.parse(arrived(mark)), null, 1), signed(`mac=${macOf(arrived(mark))}`)), REFUSED],
	['the same JSON with escaped characters', (mark) => post(arrived(mark).replace('event_name', 'event\\u005fname'), signed(`mac=${macOf(arrived(mark))}`)), REFUSED],
	['a line break behind the signed body', (mark) => post(`${arrived(mark)}\n`, signed(`mac=${macOf(arrived(mark))}`)), REFUSED],
	['a second event_name and app behind the first, signed for the first', (mark) => post(arrived(mark).replace(/}$/, `,"app_id":"${APP}","timestamp":"1"}`), signed(`mac=${macOf(arrived(mark))}`)), REFUSED],
	['the signature without its last digit', (mark) => post(arrived(mark), signed(`mac=${macOf(arrived(mark)).slice(0, -1)}`)), REFUSED],
	['the signature with one digit more', (mark) => post(arrived(mark), signed(`mac=${macOf(arrived(mark))}0`)), REFUSED],
	['the right signature in base64', (mark) => post(arrived(mark), signed(`mac=${Buffer.from(macOf(arrived(mark)), 'hex').toString('base64')}`)), REFUSED],
	['a wrong signature first, the right one in a second header', (mark) => post(arrived(mark), signed(`mac=${'0'.repeat(64)}`, `mac=${macOf(arrived(mark))}`)), REFUSED],
	['the right signature in two headers', (mark) => post(arrived(mark), signed(`mac=${macOf(arrived(mark))}`, `mac=${macOf(arrived(mark))}`)), REFUSED],
	['the signature in the query', (mark) => post(arrived(mark), [], { query: `?X-ZEvent-Signature=mac%3D${macOf(arrived(mark))}` }), REFUSED],
	['the signature under another header name', (mark) => post(arrived(mark), [`X-Hub-Signature: mac=${macOf(arrived(mark))}`]), REFUSED],
	['a genuine event in a list', (mark) => post(`[${arrived(mark)}]`, signed(`mac=${macOf(`[${arrived(mark)}]`)}`)), NOTHING],
	['a signed body that is no JSON, as when the app console tries the URL', (mark) => post(arrived(mark).slice(1), signed(`mac=${macOf(arrived(mark).slice(1))}`)), '422, no run'],
	['nothing at all', () => post('', []), NOTHING],
	['an unsigned object without an event', (mark) => post(JSON.stringify({ message: { msg_id: mark } }), []), NOTHING],
	['the signed event by PUT', (mark) => ({ ...genuine(arrived(mark)), method: 'PUT' }), '404, no run'],
	['a chat message of a customer that claims a delivery, rightly signed', (mark) => genuine(arrived(mark, { event_name: 'user_send_text' })), NOTHING],
	['a chat message that arrived, told as such by Zalo (same event name)', (mark) => { const body = arrived(mark, { message: { msg_id: mark } }); return { ...genuine(body), headers: ['Content-Type: application/json', 'X-ZEvent-Server: OA OpenAPI', ...signed(`mac=${macOf(body)}`)] }; }, NOTHING],
	['genuine: compressed with gzip, signed over what is inside', (mark) => post(gzipped(arrived(mark)), ['Content-Encoding: gzip', ...signed(`mac=${macOf(arrived(mark))}`)]), TAKEN],
	['compressed with gzip, signed over the compressed bytes', (mark) => { const body = gzipped(arrived(mark)); return post(body, ['Content-Encoding: gzip', ...signed(`mac=${macOf(body)}`)]); }, REFUSED],
	['genuine: as documented, with spaces around the equals sign', (mark) => post(arrived(mark), signed(`mac = ${macOf(arrived(mark))}`)), TAKEN],
	['genuine: the bare digits in upper case', (mark) => post(arrived(mark), signed(macOf(arrived(mark)).toUpperCase())), TAKEN],
	['genuine: as Zalo sends it', (mark) => genuine(arrived(mark)), TAKEN],
];

it('nothing but a signature over these very bytes, this app and this time starts a run', async () => {
	const answers = [];
	for (const [index, [, call]] of forgeries.entries()) answers.push(await calling(call(`try-${index}`)));
	await fence('fence-1');
	const outcomes = [];
	for (const [index, [attempt]] of forgeries.entries()) {
		const runs = await runsWith(`try-${index}`);
		const outcome = `${answers[index]?.status}, ${runs.length === 0 ? 'no run' : runs.map(({ output }) => `one run by ${exits[output]}`).join(' and ')}`;
		tries.note('Zalo webhook', attempt, outcome);
		outcomes.push([attempt, outcome]);
	}
	expect(outcomes).toEqual(forgeries.map(([attempt, , expected]) => [attempt, expected]));
	expect(JSON.stringify(answers)).not.toMatch(/attack-oa-secret-key|attack-app-secret/);
}, 120_000);

it('a call that was overheard starts nothing again while the trigger remembers it', async () => {
	const body = arrived('overheard');
	const mac = macOf(body);
	const replays = [genuine(body), genuine(body), { ...genuine(body), query: '?x=1' }, post(body, signed(mac.toUpperCase())), post(body, [...signed(`mac=${mac}`), 'num_retry: 3'])];
	for (const replay of replays) expect((await calling(replay)).status).toBe(200);
	// The same report at another time is the same outcome of the same message.
	const later = arrived('overheard', { timestamp: '1602560999999' });
	expect((await calling(post(later, signed(`mac=${macOf(later, { time: '1602560999999' })}`)))).status).toBe(200);
	await fence('fence-2');
	const runs = await runsWith('overheard');
	tries.note('Zalo webhook', 'an overheard call six times, with another query, spelling, header or time (*Ignore Repeated Callbacks* on)', runs.length === 1 ? '200, one run' : `200, ${runs.length} runs`);
	expect(runs).toHaveLength(1);
}, 60_000);

it('docs/security.md tells these tries', () => tries.checkDocs());
