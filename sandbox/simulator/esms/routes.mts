import { htmlReply, requestErrorPage, type Incoming, type Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { UnreadableBody } from './body.mjs';
import { sendBulkZns } from './bulk.mjs';
import { getBalance, getListBrandname, getListZoa, getTemplate, getZnsTemplateInfo } from './catalogue.mjs';
import { getFollowers, queryListUid } from './contacts.mjs';
import { estimateAdvertising, estimateCustomerCare, estimateZns } from './estimates.mjs';
import { sendMultiChannel } from './multiChannel.mjs';
import { getQuality, getQuota } from './oaState.mjs';
import { checkCode } from './otp/check.mjs';
import { generateForChannels, generateForSms } from './otp/generate.mjs';
import { getRating } from './ratings.mjs';
import { getSmsReceiverStatus } from './receivers.mjs';
import { registerOaPackage, registerSmsTemplate, registerZnsTemplate } from './registrations.mjs';
import { sendAdvertising } from './sendAdvertising.mjs';
import { sendFollower, sendFollowerText } from './sendFollower.mjs';
import { sendSms } from './sendSms.mjs';
import { sendViber } from './sendViber.mjs';
import { sendZns, sendZnsByHash, sendZnsByUid, sendZnsV4 } from './sendZns.mjs';
import { getSmsSentData } from './sentData.mjs';
import { getSendStatus, queryZnsStatus } from './status.mjs';
import { getCallback } from './storedCallbacks.mjs';
import { makeCallRecord, makeCallTemplate } from './voice/makeCall.mjs';
import { getCallStatus } from './voice/status.mjs';
import { getZaloMessageStatus } from './zaloStatus.mjs';

type Handler = (request: Incoming, world: World) => Reply | Promise<Reply>;

const SERVICE = '/MainService.svc/json/';
const BRANDNAMES = `${SERVICE}GetListBrandname/`;

/** Paths exactly as documented, with or without the slash at the end (esms.md 0.3). */
const ROUTES: ReadonlyMap<string, Handler> = new Map<string, Handler>([
	[`POST ${SERVICE}SendZaloMessage_V6/`, sendZns],
	[`POST ${SERVICE}SendZaloMessage_V6/zalo_uid/`, sendZnsByUid],
	[`POST ${SERVICE}SendZaloMessage_V6/hash_phone/`, sendZnsByHash],
	[`POST ${SERVICE}SendZaloMessage_V4_post_json/`, sendZnsV4],
	[`POST ${SERVICE}Send_zns_bulk_v4_post_json/`, sendBulkZns],
	[`POST ${SERVICE}MultiChannelMessage/`, sendMultiChannel],
	[`POST ${SERVICE}SendZaloFollowerMessage_V4_post_json/`, sendFollowerText],
	[`POST ${SERVICE}SendZaloFollowerMessage_V5_post_json/`, sendFollower],
	[`POST ${SERVICE}Send_Multiple_Sms_OTT/`, sendViber],
	[`POST ${SERVICE}SendMultipleMessage_V4_post_json/`, sendSms],
	[`POST ${SERVICE}SendMultipleSMSBrandname_json/`, sendAdvertising],
	[`GET ${SERVICE}SendMessageAutoGenCode_V4_get`, generateForSms],
	[`POST ${SERVICE}SendMessageAutoGenCode_V5`, generateForChannels],
	[`GET ${SERVICE}CheckCodeGen_V4_get`, checkCode],
	[`GET ${SERVICE}MakeCallTemplate_V2`, makeCallTemplate],
	[`GET ${SERVICE}MakeCallRecord_V2`, makeCallRecord],
	[`POST ${SERVICE}GetBalance_json`, getBalance],
	[`POST ${SERVICE}ZNS/GetListZOA/`, getListZoa],
	[`POST ${SERVICE}GetTemplate/`, getTemplate],
	[`GET ${SERVICE}GetZnsTemplateInfo`, getZnsTemplateInfo],
	[`GET ${SERVICE}GetSendStatus`, anySendStatus],
	[`POST ${SERVICE}QueryZnsStatus/`, queryZnsStatus],
	[`POST ${SERVICE}GetZaloMessageStatus`, getZaloMessageStatus],
	[`POST ${SERVICE}GetSmsSentData_V2`, getSmsSentData],
	[`GET ${SERVICE}GetSmsReceiverStatus_get`, getSmsReceiverStatus],
	['POST /ZaloCallback/GetCallback', getCallback],
	[`POST ${SERVICE}ZNS/GetQuota/`, getQuota],
	[`POST ${SERVICE}ZNS/GetQuality/`, getQuality],
	[`POST ${SERVICE}ZNS/GetRating/`, getRating],
	[`POST ${SERVICE}QueryListUID/`, queryListUid],
	[`POST ${SERVICE}ZNS/GetFollowers/`, getFollowers],
	[`POST ${SERVICE}SummaryZaloMessage_V4_post_json/`, estimateZns],
	[`GET ${SERVICE}SummaryMultipleMessage_V4_get`, estimateCustomerCare],
	[`POST ${SERVICE}SummaryMultipleSMSBrandname/`, estimateAdvertising],
	[`POST ${SERVICE}RegisZNSTemplateJson/`, registerZnsTemplate],
	[`POST ${SERVICE}SubServicePreviewJson/`, registerSmsTemplate],
	[`POST ${SERVICE}RegisOAPackageJson/`, registerOaPackage],
]);

/** Two hosts have a call of this name; the one for voice calls asks by ReferenceId (esms.md 9, 10.2). */
function anySendStatus(request: Incoming, world: World): Reply {
	return request.query.has('ReferenceId') ? getCallStatus(request, world) : getSendStatus(request, world);
}

/** `mainservice.svc` is the same service (esms.md 1.1), so is `json//` (esms.md 8.1); everything after it is taken literally. */
function servicePath(path: string): string {
	return path.replace(/^\/mainservice\.svc\/(json\/\/)?/i, (_, doubled?: string) => (doubled ? SERVICE : '/MainService.svc/'));
}

function findHandler(method: string, path: string, world: World): Handler | undefined {
	if (method === 'GET' && path.startsWith(BRANDNAMES)) return getListBrandname;
	const exact = ROUTES.get(`${method} ${path}`);
	if (exact || world.settings.esms.trailingSlash === 'exact') return exact;
	return ROUTES.get(`${method} ${path.endsWith('/') ? path.slice(0, -1) : `${path}/`}`);
}

/** Answers one request to eSMS. */
export async function answerEsms(request: Incoming, world: World): Promise<Reply> {
	const path = servicePath(request.path);
	const handler = findHandler(request.method, path, world);
	// Not documented; this is what a WCF service shows.
	if (!handler) return htmlReply(404, 'Endpoint not found.');
	try {
		return await handler({ ...request, path }, world);
	} catch (error) {
		if (error instanceof UnreadableBody) return requestErrorPage();
		throw error;
	}
}

/** A path for the log: GetListBrandname carries the keys in its path. */
export function loggedEsmsPath(path: string): string {
	return servicePath(path).startsWith(BRANDNAMES) ? `${BRANDNAMES}***/***` : path;
}
