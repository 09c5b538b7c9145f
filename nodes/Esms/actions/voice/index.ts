import type { EsmsClient } from '../../../providers/esms/client';
import type { Resource } from '../../../shared/operations';
import { callByRecording } from './callByRecording.operation';
import { callByTemplate } from './callByTemplate.operation';
import { getCallStatus } from './getCallStatus.operation';
import { sendOtp } from './sendOtp.operation';

export const voice: Resource<EsmsClient> = {
	option: { name: 'Voice', value: 'voice' },
	operations: [callByRecording, callByTemplate, getCallStatus, sendOtp],
};
