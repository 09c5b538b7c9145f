import type { IExecuteFunctions } from 'n8n-workflow';
import type { CaresoftClient } from '../../providers/caresoft/client';
import { REQUESTS_PER_SECOND as CARESOFT_REQUESTS_PER_SECOND } from '../../providers/caresoft/endpoints';
import type { EsmsClient } from '../../providers/esms/client';
import type { Transport } from '../../providers/transport';
import { caresoftClient, esmsClient } from '../clients';
import { createPacer } from '../sending/pacing';

/** The lowest limit that is documented for a reading call: that of the stored callbacks (esms.md 1.8). */
const ESMS_REQUESTS_PER_SECOND = 20;

/** @returns calls to the eSMS account whose requests, of all items together, stay within the documented limits */
export async function pacedEsmsClient(context: IExecuteFunctions): Promise<EsmsClient> {
	return paced(await esmsClient(context), ESMS_REQUESTS_PER_SECOND);
}

/** @returns calls to the CareSoft account whose requests, of all items together, stay within its limit (caresoft.md 3) */
export async function pacedCaresoftClient(context: IExecuteFunctions): Promise<CaresoftClient> {
	return paced(await caresoftClient(context), CARESOFT_REQUESTS_PER_SECOND);
}

function paced<Client extends { transport: Transport }>(client: Client, requestsPerSecond: number): Client {
	const pacer = createPacer(requestsPerSecond);
	return { ...client, transport: async (request) => await pacer.run(async () => await client.transport(request)) };
}
