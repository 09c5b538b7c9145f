import type { ZaloClient } from '../../nodes/providers/zalo/client';
import { getQuality } from '../../nodes/providers/zalo/quality';
import { getQuickReplies } from '../../nodes/providers/zalo/quickReplies';
import { getQuota } from '../../nodes/providers/zalo/quota';
import { getRatings } from '../../nodes/providers/zalo/ratings';
import { sendZns } from '../../nodes/providers/zalo/send';
import { getReport } from '../../nodes/providers/zalo/status';
import { getTemplateDetails } from '../../nodes/providers/zalo/templateDetails';
import { getTemplates } from '../../nodes/providers/zalo/templateList';
import { getTemplate } from '../../nodes/providers/zalo/templates';
import { getTemplateSample } from '../../nodes/providers/zalo/templateSample';
import { refreshTokens } from '../../nodes/providers/zalo/tokens';
import answers from '../fixtures/zalo/answers.json';
import type { Call } from './esmsCalls.mjs';

const ALL = Number.POSITIVE_INFINITY;
const json = (value: unknown) => JSON.stringify(value);
const RANGE = { templateId: '12345', from: new Date(1_600_000_000_000), to: new Date(1_600_086_400_000) };
const MESSAGE = { templateId: '12345', parameters: { otp: '686868' }, trackingId: 'DH001' };
const listed = { error: 0, message: 'success', data: [{ templateId: '12345', templateName: 'Nhắc lịch', createdTime: 1_600_328_011_517, status: 'ENABLE', templateQuality: 'HIGH' }], metadata: { total: 1 } };
const ratings = { error: 0, data: { total: 1, data: [{ rating_type: 'csat', option: 'five_emotions', note: 'Tôi rất hài lòng.', rate: 5, submitDate: '1616673095659', msgId: '7e4c33cfc20b05575c18', feedbacks: ['Nhân viên vui vẻ'], trackingId: '1956' }] } };
const replies = { error: 0, data: { data: [{ data: 'Đồng ý', submitDate: '1616673095659', msgId: '7e4c33cfc20b05575c18', oaId: '2893352839501541173', trackingId: '1956' }] } };
const SETTINGS = { appId: '2074138120372622546', appSecret: 'APP-SECRET', refreshToken: 'REFRESH-TOKEN', baseUrl: '' };

/** Every parser of an answer of Zalo, behind the call that uses it. */
export const ZALO_CALLS: Record<string, Call<ZaloClient>> = {
	send: { samples: [json(answers.sent), json(answers.sentLive), json(answers.noAccount)], make: async (client) => await sendZns(client, { ...MESSAGE, target: { by: 'phone', phone: '84901888484' } }) },
	sendByUserId: { samples: [json(answers.sentByUserId), json(answers.sentByUserIdOther)], make: async (client) => await sendZns(client, { ...MESSAGE, target: { by: 'zaloUserId', zaloUserId: '2512523625412515' } }) },
	status: { samples: [json(answers.delivered), json(answers.tokenInvalid)], make: async (client) => await getReport(client, 'a4d0243feee163bd3af2', new Date(0)) },
	template: { samples: [json(answers.template)], make: async (client) => await getTemplate(client, '12345') },
	templateDetails: { samples: [json(answers.template)], make: async (client) => await getTemplateDetails(client, '12345') },
	templates: { samples: [json(listed)], make: async (client) => await getTemplates(client, {}, ALL) },
	templateSample: { samples: [json({ error: 0, data: { payment_link: 'abc', amount: '100000' } })], make: async (client) => await getTemplateSample(client, '12345') },
	quota: { samples: [json(answers.quota)], make: getQuota },
	quality: { samples: [json(answers.quality)], make: getQuality },
	ratings: { samples: [json(ratings)], make: async (client) => await getRatings(client, RANGE, ALL) },
	quickReplies: { samples: [json(replies)], make: async (client) => await getQuickReplies(client, RANGE, 500) },
	tokens: { samples: [json(answers.tokens), json({ error: -14014, error_name: 'Invalid refresh token.', error_reason: 'x' })], make: async ({ transport }) => await refreshTokens(SETTINGS, transport, new Date(0)) },
};
