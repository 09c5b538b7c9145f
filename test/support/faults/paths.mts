import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Message } from '../../../sandbox/simulator/index.mjs';
import type { CredentialData, EngineRun } from '../engine.mjs';

/** How a path behaves: by the request ID that eSMS may carry, without one, or as what is read before a message is sent. */
export type Kind = 'esms' | 'withoutId' | 'caresoft' | 'zalo' | 'read';

/** One way in which messages leave the nodes. */
export interface Path {
	name: string;
	kind: Kind;
	/** Whether a request of this path is the one that meets the fault: the one that sends, or the one that reads before. */
	isSend: (path: string) => boolean;
	/** Whom the n-th run is for; several where one request holds several messages. */
	recipients: (n: number) => string[];
	recipientOf: (message: Message) => string | undefined;
	run: (url: string, recipients: string[]) => Pick<EngineRun, 'type' | 'parameters' | 'items' | 'credentials'>;
}

const OFFICIAL_ACCOUNT = { __rl: true, mode: 'list', value: '4097311281936189049' };

const esms = (url: string): CredentialData => ({ zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: `${url}/esms` } });
const caresoft = (url: string): CredentialData => ({
	zaloZnsCaresoftApi: { domain: 'simshop', apiToken: 'SIMULATOR-API-TOKEN', host: 'custom', customHost: `${url}/caresoft`, webhookSecret: '' },
});

const zalo = (url: string): CredentialData => ({
	zaloZnsOfficialAccountApi: {
		appId: '2074138120372622546', appSecret: 'SIMULATOR-APP-SECRET', accessToken: 'SIMULATOR-ACCESS-TOKEN', refreshToken: 'SIMULATOR-REFRESH-TOKEN',
		// No clock that jumps brings it near.
		expiresAt: '2099-01-01T00:00:00Z', baseUrl: url,
	},
});

const zns: INodeParameters = {
	provider: 'esms',
	officialAccount: OFFICIAL_ACCOUNT,
	template: { __rl: true, mode: 'id', value: '267247' },
	phone: '={{ $json.to }}',
	specifyParameters: 'json',
	templateParametersJson: '={{ { order_code: $json.order, date: "21/11/2026", customer_name: "Nguyễn An", product_name: "Gói OA" } }}',
};

const zaloZns: INodeParameters = {
	provider: 'zalo',
	template: { __rl: true, mode: 'id', value: '415203' },
	phone: '={{ $json.to }}',
	specifyParameters: 'json',
	templateParametersJson: '={{ { order_code: $json.order, date: "21/11/2026", customer_name: "Nguyễn An", product_name: "Gói OA" } }}',
};

const phones = (first: number, each = 1) => (n: number): string[] => Array.from({ length: each }, (_, index) => `0${first + n * each + index}`);
const ends = (...ways: string[]) => (path: string): boolean => ways.some((way) => path.endsWith(way));

/** What the paths through one credential have in common. */
function pathOf(
	path: Pick<Path, 'name' | 'kind' | 'isSend'> & Partial<Path>,
	credentials: (url: string) => CredentialData,
	type: EngineRun['type'],
	parameters: INodeParameters,
): Path {
	return {
		recipients: phones(912_000_000),
		recipientOf: ({ phone }) => phone,
		run: (url, recipients) => ({
			type,
			parameters,
			items: recipients.map((to, index): IDataObject => ({ to, order: `DH${index}` })),
			credentials: credentials(url),
		}),
		...path,
	};
}

/** The paths of the fault matrix; each has recipients of its own. */
export const PATHS: readonly Path[] = [
	pathOf({ name: 'ZNS', kind: 'esms', isSend: ends('/SendZaloMessage_V6/') }, esms, 'sendZns', zns),
	pathOf(
		{ name: 'ZNS in batches', kind: 'esms', isSend: ends('/Send_zns_bulk_v4_post_json/'), recipients: phones(913_000_000, 3) },
		esms,
		'sendZns',
		{ ...zns, sending: 'batches' },
	),
	pathOf(
		{
			name: 'Zalo transaction',
			kind: 'esms',
			isSend: ends('/SendZaloFollowerMessage_V5_post_json/'),
			recipients: (n) => [`3121580600${String(n).padStart(7, '0')}`],
			recipientOf: ({ zaloUserId }) => zaloUserId,
		},
		esms,
		'zaloTransaction',
		{
			operation: 'order',
			language: 'VI',
			officialAccount: OFFICIAL_ACCOUNT,
			zaloUserId: '={{ $json.to }}',
			table: { row: [{ key: 'Mã đơn hàng', value: 'DH001', style: '' }, { key: 'Trạng thái', value: 'OK', style: 'green' }] },
		},
	),
	pathOf({ name: 'SMS', kind: 'esms', isSend: ends('/SendMultipleMessage_V4_post_json/'), recipients: phones(914_000_000) }, esms, 'esms', {
		resource: 'sms',
		operation: 'send',
		brandname: { __rl: true, mode: 'list', value: 'MYSHOP' },
		phone: '={{ $json.to }}',
		content: 'MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!',
	}),
	pathOf({ name: 'ZNS without a request ID', kind: 'withoutId', isSend: ends('/SendZaloMessage_V6/'), recipients: phones(915_000_000) }, esms, 'sendZns', {
		...zns,
		options: { requestIdBy: 'none' },
	}),
	pathOf({ name: 'Template of a ZNS, read before', kind: 'read', isSend: (path) => /\/GetZnsTemplateInfo(\?|$)/.test(path), recipients: phones(918_000_000) }, esms, 'sendZns', zns),
	pathOf({ name: 'CareSoft ZNS', kind: 'caresoft', isSend: ends('/zalo/zns'), recipients: phones(916_000_000) }, caresoft, 'sendZns', {
		provider: 'caresoft',
		scenarioId: '366',
		phone: '={{ $json.to }}',
		scenarioParameters: { parameter: [{ name: 'requester', value: 'Nguyễn Hải Hà' }, { name: 'masoDatve', value: '098733' }] },
	}),
	pathOf({ name: 'CareSoft SMS', kind: 'caresoft', isSend: ends('/sms'), recipients: phones(917_000_000) }, caresoft, 'caresoft', {
		resource: 'sms',
		operation: 'send',
		service: { __rl: true, mode: 'list', value: '12' },
		phone: '={{ $json.to }}',
		content: 'Don hang DH001 da duoc xac nhan.',
	}),
	pathOf({ name: 'Zalo ZNS', kind: 'zalo', isSend: ends('/message/template'), recipients: phones(919_000_000) }, zalo, 'sendZns', zaloZns),
	pathOf({ name: 'Template of a Zalo ZNS, read before', kind: 'read', isSend: (path) => /\/template\/info\/v2(\?|$)/.test(path), recipients: phones(932_000_000) }, zalo, 'sendZns', zaloZns),
];
