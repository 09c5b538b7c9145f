import type { CaresoftClient } from '../../../../nodes/providers/caresoft/client';
import type { ProviderAnswer, ProviderRequest } from '../../../../nodes/providers/transport';
import { recordingTransport } from '../recordingTransport';

/** An account whose requests are noted and answered as told. */
export function accountWith(answer: (request: ProviderRequest) => ProviderAnswer): { client: CaresoftClient; requests: ProviderRequest[] } {
	const { transport, requests } = recordingTransport(answer);
	return { client: { host: 'https://api.caresoft.vn', domain: 'khachhang01', transport }, requests };
}
