import type { EsmsClient } from '../../nodes/providers/esms/client';
import { getBalance } from '../../nodes/providers/esms/account';
import { sendZnsBulk } from '../../nodes/providers/esms/bulkZns';
import { getCallReport } from '../../nodes/providers/esms/callStatus';
import { estimateZns } from '../../nodes/providers/esms/estimates';
import { listAllBrandnames, listOfficialAccounts } from '../../nodes/providers/esms/lists';
import { getQuality, getQuota } from '../../nodes/providers/esms/officialAccount';
import { checkCode } from '../../nodes/providers/esms/otp';
import { getRatings } from '../../nodes/providers/esms/ratings';
import { registerZaloTemplate } from '../../nodes/providers/esms/registrations';
import { sendSms } from '../../nodes/providers/esms/send';
import { getSentReports } from '../../nodes/providers/esms/sentMessages';
import { getReceiverReports } from '../../nodes/providers/esms/smsStatus';
import { getStoredReports } from '../../nodes/providers/esms/storedCallbacks';
import { inquireOne } from '../support/inquireOne.mjs';
import { getTemplateDetails } from '../../nodes/providers/esms/templateDetails';
import { getSmsTemplates, getZaloTemplates } from '../../nodes/providers/esms/templateLists';
import { getTemplate } from '../../nodes/providers/esms/templates';
import { getFollowers, getInteractingUsers } from '../../nodes/providers/esms/userLists';
import { sendTypeEight } from '../../nodes/providers/esms/voice';
import { getZaloDelivery } from '../../nodes/providers/esms/zaloDelivery';
import answers from '../fixtures/esms/answers.json';
import bulk from '../fixtures/esms/bulkZns.json';
import estimates from '../fixtures/esms/estimates.json';
import account from '../fixtures/esms/officialAccount.json';
import otp from '../fixtures/esms/otp.json';
import registrations from '../fixtures/esms/registrations.json';
import retrieval from '../fixtures/esms/retrieval.json';
import smsTemplates from '../fixtures/esms/smsTemplates.json';
import voice from '../fixtures/esms/voice.json';

/** A call to a provider, and the vendor's own answers to it. */
export interface Call<Client> {
	samples: string[];
	make: (client: Client) => Promise<unknown>;
}

const NOW = new Date(0);
const OA = '4097311281936189049';
const ALL = Number.POSITIVE_INFINITY;
const json = (value: unknown) => JSON.stringify(value);
const RANGE = { from: '2026-01-01 00:00:00', to: '2026-01-02 00:00:00' };
const filled = ['0901888484', '0918238965', '0974691880'].reduce((text, phone) => text.replace('{Phone}', phone), bulk.answer);

/** Every parser of an answer of eSMS, behind the call that uses it. */
export const ESMS_CALLS: Record<string, Call<EsmsClient>> = {
	balance: { samples: [answers.balance], make: getBalance },
	send: {
		samples: [answers.accepted, answers.duplicate, answers.wrongSmsTemplate, answers.invalidRequest],
		make: async (client) => await sendSms(client, { brandname: 'B', phone: '0901888484', content: 'x', unicode: false }),
	},
	typeEight: { samples: [answers.accepted], make: async (client) => await sendTypeEight(client, { phone: '0901888484', content: '1' }) },
	bulk: {
		samples: [filled, answers.duplicate],
		make: async (client) => await sendZnsBulk(client, { officialAccountId: OA, templateId: '1', messages: ['0901888484', '0918238965', '0974691880'].map((phone) => ({ phone, values: [] })) }),
	},
	znsReport: { samples: [answers.zaloStatus], make: async (client) => await inquireOne(client, { messageId: 'm1', channel: 'zns' }) },
	smsReport: { samples: [retrieval.smsStatus], make: async (client) => await inquireOne(client, { messageId: 'm1', channel: 'sms' }) },
	storedReports: { samples: [answers.storedCallbacks], make: async (client) => await getStoredReports(client, OA, ['m1'], NOW) },
	receivers: { samples: [json({ ...JSON.parse(retrieval.smsStatus), ...JSON.parse(retrieval.receivers) })], make: async (client) => await getReceiverReports(client, 'm1', 'sms', NOW) },
	callReport: { samples: [json(voice.callStatus)], make: async (client) => await getCallReport(client, 'm1', NOW) },
	sentReports: { samples: [retrieval.sent], make: async (client) => await getSentReports(client, { typeId: '2', ...RANGE }, ALL, NOW) },
	zaloDelivery: { samples: [answers.zaloDelivery], make: async (client) => await getZaloDelivery(client, OA, 'z1') },
	brandnames: { samples: [answers.brandnames], make: listAllBrandnames },
	officialAccounts: { samples: [answers.officialAccounts], make: listOfficialAccounts },
	template: { samples: [json({ ...JSON.parse(answers.templates), ...JSON.parse(answers.template) }), answers.template], make: async (client) => await getTemplate(client, OA, '200607') },
	templateDetails: { samples: [answers.template], make: async (client) => await getTemplateDetails(client, OA, '200607') },
	zaloTemplates: { samples: [answers.templates], make: async (client) => await getZaloTemplates(client, OA) },
	smsTemplates: { samples: [json(smsTemplates)], make: async (client) => await getSmsTemplates(client, 'B') },
	quota: { samples: [json(account.quota)], make: async (client) => await getQuota(client, OA) },
	quality: { samples: [json(account.quality)], make: async (client) => await getQuality(client, OA) },
	ratings: { samples: [json(account.ratings)], make: async (client) => await getRatings(client, { officialAccountId: OA, templateId: '1', ...RANGE }, ALL) },
	interacting: { samples: [json(account.interacting)], make: async (client) => await getInteractingUsers(client, { officialAccountId: OA, ...RANGE }, ALL) },
	followers: { samples: [json(account.followers)], make: async (client) => await getFollowers(client, OA, ALL) },
	estimate: { samples: [json(estimates.zns)], make: async (client) => await estimateZns(client, { officialAccountId: OA, templateId: '1', phone: '0901888484', values: [] }) },
	checkCode: { samples: [json(otp.checked), json(otp.checkedInvalid)], make: async (client) => await checkCode(client, '0901888484', '1') },
	register: {
		samples: [json(registrations.zaloTemplate), json(registrations.smsTemplate)],
		make: async (client) => await registerZaloTemplate(client, { officialAccountId: OA, typeId: '25', content: 'x', logoUrl: 'https://a.vn/a.png', buttons: {} }),
	},
};
