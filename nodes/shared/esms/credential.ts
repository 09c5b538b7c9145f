import { ZaloZnsEsmsApi } from '../../../credentials/ZaloZnsEsmsApi.credentials';
import { esms } from '../../providers/esms';
import { credentialTest } from '../credentialTest';

/** Tests the credential of eSMS; n8n asks the node for it that names it. */
export const testEsms = credentialTest(esms, new ZaloZnsEsmsApi());
