import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { requestUserInfo } from './requestUserInfo.operation';
import { sendButtons } from './sendButtons.operation';
import { sendPhoto } from './sendPhoto.operation';
import { sendText } from './sendText.operation';

export const consultation: Resource<EsmsClient> = {
	option: { name: 'Zalo Consultation', value: 'consultation' },
	operations: [requestUserInfo, sendButtons, sendPhoto, sendText],
};
