import { ZaloZnsCaresoftApi } from '../../../credentials/ZaloZnsCaresoftApi.credentials';
import { caresoft } from '../../providers/caresoft';
import { credentialTest } from '../credentialTest';

/** Tests the credential of CareSoft; n8n asks the node for it that names it. */
export const testCaresoft = credentialTest(caresoft, new ZaloZnsCaresoftApi());
