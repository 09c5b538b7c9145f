import { LEAN, startStage, type Stage } from '../../support/stage.mjs';
import { ownUrls } from './ownUrls.mjs';
import { personalData } from './personalData.mjs';
import { secrets } from './secrets.mjs';
import { zaloSecrets } from './zaloSecrets.mjs';

let stage: Stage;

beforeAll(async () => {
	stage = await startStage({ ...LEAN, N8N_LOG_LEVEL: 'debug' });
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

describe('personal data', () => personalData(() => stage));
describe('secrets', () => secrets(() => stage));
describe('secrets of an Official Account', () => zaloSecrets(() => stage));
describe('no item gives away how to start or resume a run', () => ownUrls(() => stage));
