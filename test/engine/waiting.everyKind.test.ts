import { nodeOf } from '../support/engine.mjs';
import { quickWaits } from '../support/quickWaits.mjs';
import { KINDS } from './preview/kinds.mjs';
import { previewStage } from './preview/stage.mjs';

const stage = previewStage();
quickWaits();
const WAITS = { afterSending: 'wait' };

/** Those that offer to wait: n8n drops a field that an operation does not have. */
const offered = KINDS.filter(({ type, parameters }) => nodeOf({ type, parameters: { ...parameters, ...WAITS }, items: [] }).parameters.afterSending === 'wait');

/** Zalo itself answers for no message by Zalo user ID (test/engine/zalo/sendZns.waiting.test.ts). */
const waiting = offered.filter(({ name }) => name !== 'ZNS through Zalo by Zalo user ID');

it('most sending operations can wait', () => {
	expect(waiting.length).toBeGreaterThan(12);
	expect(offered.length - waiting.length).toBe(1);
});

it.each(waiting.map((kind) => [kind.name, kind] as const))('%s: the report stands in "delivery", beside the fields of the input', async (_, kind) => {
	stage.simulator.configure({ esms: { callback: { delayMs: 0, beforeAnswer: true } } });
	// Nobody listens there; some messages cannot be asked about without one.
	const options = { ...(kind.parameters.options as object), waitBy: 'asking', callbackUrl: 'http://127.0.0.1:9/report' };
	const { outputs, error } = await stage.send(kind, { parameters: { ...WAITS, options }, items: [{ ...kind.items[0], order: 'DH001' }] });
	expect(error).toBeUndefined();
	const [item] = outputs.flat();
	expect(item?.json).toMatchObject({ order: 'DH001', delivery: { provider: kind.parameters.provider ?? 'esms', messageId: expect.any(String), outcome: 'delivered', final: true } });
});
