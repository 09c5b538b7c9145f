import { ZaloZnsOfficialAccountApi } from '../../../credentials/ZaloZnsOfficialAccountApi.credentials';
import { zalo } from '../../providers/zalo';
import { credentialTest } from '../credentialTest';

/** Tests the credential of an Official Account; n8n asks the node for it that names it. It never spends a refresh token. */
export const testZalo = credentialTest(zalo, new ZaloZnsOfficialAccountApi());
