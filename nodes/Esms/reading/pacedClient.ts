import type { IExecuteFunctions } from 'n8n-workflow';
import type { EsmsClient } from '../../providers/esms/client';
import { esmsClient } from '../../shared/clients';
import { createPacer } from '../../shared/sending/pacing';

/** The lowest limit that is documented for a reading call: that of the stored callbacks (esms.md 1.8). */
const REQUESTS_PER_SECOND = 20;

/** @returns calls to the eSMS account whose requests, of all items together, stay within the documented limits */
export async function pacedClient(context: IExecuteFunctions): Promise<EsmsClient> {
	const { baseUrl, transport } = await esmsClient(context);
	const pacer = createPacer(REQUESTS_PER_SECOND);
	return { baseUrl, transport: async (request) => await pacer.run(async () => await transport(request)) };
}
