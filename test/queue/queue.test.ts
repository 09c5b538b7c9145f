import { startQueueStage, type QueueStage } from './stage.mjs';
import { sharing } from './sharing.mjs';
import { tokens } from './tokens.mjs';
import { waiting } from './waiting.mjs';

let started: QueueStage | undefined;
const stage = (): QueueStage => {
	if (!started) throw new Error('n8n is not started');
	return started;
};

beforeAll(async () => {
	started = await startQueueStage();
}, 300_000);
afterAll(async () => await started?.close(), 60_000);

describe('work is shared', () => sharing(stage));
describe('tokens of an Official Account', () => tokens(stage));
// It comes last: it kills the workers.
describe('runs that wait', () => waiting(stage));
