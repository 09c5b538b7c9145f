import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import answers from '../fixtures/esms/answers.json';
import account from '../fixtures/esms/officialAccount.json';
import records from '../fixtures/caresoft/records.json';
import sent from '../fixtures/caresoft/answers.json';
import zalo from '../fixtures/zalo/answers.json';
import { ESMS_CALLS } from '../fuzz/esmsCalls.mjs';

const merged = (texts: string[]) => JSON.stringify(Object.assign({}, ...texts.map((text) => JSON.parse(text) as object)));
const CARESOFT = merged([...Object.values(records), sent.sms, '{"numFound":1,"contacts":[],"tickets":[],"services":[],"campaigns":[]}']);
const ESMS = merged([...Object.values(ESMS_CALLS).map(({ samples }) => samples[0] ?? '{}'), answers.accepted]);
const TEMPLATE = JSON.stringify({ Error: 0, Data: { TemplateId: '205644', Status: 'ENABLE', ListParams: [{ Name: 'otp', Require: true, Type: 'STRING', MaxLength: 2_000_000, AcceptNull: false }] } });
const TEMPLATES = JSON.stringify({ CodeResult: '100', ZNSTemplates: [{ TempId: 205644, TempName: 'OTP', TempContent: '<p>{{otp}}</p>', ZNSTempDetail: [{ Param: 'otp', Limit: 30, ParamLevel: 1, RequireType: 'type_text' }] }] });

/** What Zalo says, by the end of the path. */
const ZALO: ReadonlyArray<[path: string, answer: object]> = [
	['/access_token', zalo.tokens],
	['/message/status', zalo.delivered],
	['/message/quota', zalo.quota],
	['/quality', zalo.quality],
	['/v3.0/oa/message/template', zalo.sentByUserId],
	['/message/template', zalo.sent],
	['/message/template/hashphone', zalo.sent],
	['/template/info/v2', { ...zalo.template, data: { ...zalo.template.data, listParams: [{ name: 'otp', require: true, type: 'STRING', maxLength: 2_000_000, minLength: 0, acceptNull: false }] } }],
	['/template/all', { error: 0, data: [zalo.template.data], metadata: { total: 1 } }],
	['/template/sample-data', { error: 0, data: { payment_link: 'abc' } }],
	['/rating/get', { error: 0, data: { total: 1, data: [{ rate: 5, note: '', submitDate: '1600328011517', msgId: 'a4d0243feee163bd3af2', feedbacks: [], trackingId: 'DH001' }] } }],
	['/response/get', { error: 0, data: { data: [{ data: 'YES', submitDate: '1600328011517', msgId: 'a4d0243feee163bd3af2', oaId: '1', trackingId: 'DH001' }] } }],
];

/** A credential of Zalo whose access token is alive, for the providers that take everything. */
const zaloCredential = (url: string) => ({
	appId: '2074138120372622546', appSecret: 'APP-SECRET-1', refreshToken: 'REFRESH-TOKEN-1', accessToken: 'ACCESS-TOKEN-1', expiresAt: '2099-01-01T00:00:00Z', baseUrl: `${url}/zalo`,
});

/** Credentials of all three, for the providers that take everything. */
export const credentialsFor = (url: string) => ({
	zaloZnsEsmsApi: { apiKey: 'API-KEY-1', secretKey: 'SECRET-KEY-1', baseUrl: `${url}/esms` },
	zaloZnsCaresoftApi: { domain: 'shop', apiToken: 'TOKEN-1', host: 'custom', customHost: `${url}/caresoft`, webhookSecret: '' },
	zaloZnsOfficialAccountApi: zaloCredential(url),
});

/** @returns whether a path is one at which a template is read before its message is sent */
export const readsTemplate = (path: string): boolean => /GetTemplate|GetZnsTemplateInfo|template\/info/.test(path);

/** @returns a good answer of the provider to a call, made of its own samples */
export function goodAnswerTo(url: string): string {
	const ofZalo = ZALO.find(([path]) => url.split('?')[0]?.endsWith(path));
	if (ofZalo) return JSON.stringify(ofZalo[1]);
	if (url.includes('caresoft')) return CARESOFT;
	if (url.includes('GetZnsTemplateInfo')) return TEMPLATE;
	if (url.includes('GetZaloMessageStatus')) return answers.zaloDelivery;
	if (url.includes('GetRating')) return JSON.stringify(account.ratings);
	return url.includes('/GetTemplate/') ? TEMPLATES : ESMS;
}

/** Providers that take everything. */
export interface Takers {
	url: string;
	/** Paths that were asked for since they were last cleared. */
	asked: string[];
	close(): Promise<void>;
}

/** Starts a server that gives a good answer to every call. */
export async function startTakers(): Promise<Takers> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			asked.push((request.url ?? '').split('?')[0] ?? '');
			response.writeHead(200, { 'content-type': 'application/json' }).end(goodAnswerTo(request.url ?? ''));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
