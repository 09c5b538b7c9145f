import type { CallbackSettings, DeepPartial } from '../../../sandbox/simulator/index.mjs';
import { parameters, sendZns } from './client.mjs';
import { onStage, queryEsms, reportsOf } from './sending.mjs';
import { follower, samplePayload, sendTransaction } from './zaloMessages.mjs';

type Callback = DeepPartial<CallbackSettings>;

/** Names in the order of the sample of a ZNS by phone, and of a voice call (esms.md 12.2). */
const ZNS = [
	'SMSID', 'SendFailed', 'SendStatus', 'SendSuccess', 'TotalPrice', 'TotalReceiver', 'TotalSent', 'RequestId', 'TypeId',
	'telcoid', 'phonenumber', 'partnerids', 'error_info', 'oaid', 'tempid',
];
const VOICE = ['ReferenceId', 'CallDuration', 'CallStatus', 'Ivr', 'Price', 'SentResult', 'CID', 'SendStatus'];

describe('parameters of the delivery callbacks of eSMS', () => {
	const stage = onStage();

	/** The parameters of the last callback that came while a ZNS was sent under these settings. */
	const zns = async (callback: Callback, own: Record<string, unknown> = {}) => {
		stage.simulator.configure({ esms: { callback } });
		await sendZns(stage.simulator, { CallbackUrl: stage.receiver.url, ...own });
		await stage.simulator.whenIdle();
		return parameters(stage.receiver.received.at(-1)?.url ?? '');
	};
	const names = (given: Array<[string, string]>) => given.map(([name]) => name);

	it('come in the order of the sample, reversed or in any order', async () => {
		expect(names(await zns({}))).toEqual(ZNS);
		expect(names(await zns({ parameterOrder: 'reversed' }))).toEqual([...ZNS].reverse());
		const random = [await zns({ parameterOrder: 'random' }), await zns({})].map(names);
		for (const one of random) expect([...one].sort()).toEqual([...ZNS].sort());
		// One may come out as it went in, by chance; hardly both.
		expect(random).not.toEqual([ZNS, ZNS]);
	});

	it('come with any one of them first, named in any case', async () => {
		expect(names(await zns({ first: 'error_info' }))).toEqual(['error_info', ...ZNS.filter((name) => name !== 'error_info')]);
		expect(names(await zns({ first: 'sendstatus', parameterOrder: 'reversed' }))).toEqual([
			'SendStatus', ...ZNS.filter((name) => name !== 'SendStatus').reverse(),
		]);
		// A callback that lacks it keeps its order.
		expect(names(await zns({ first: 'switchsmsid', parameterOrder: 'sample' }))).toEqual(ZNS);
	});

	it('come in another order for voice calls, too', async () => {
		stage.simulator.configure({ esms: { callback: { first: 'SentResult' } } });
		const call = { TemplateId: '5002', Phone: '0901888484', VariableListStr: '686868', CallbackUrl: stage.receiver.url };
		await queryEsms(stage.simulator, 'MakeCallTemplate_V2', call);
		await stage.simulator.whenIdle();
		const [callback] = stage.receiver.received;
		expect(names(parameters(callback?.url ?? ''))).toEqual(['SentResult', ...VOICE.filter((name) => name !== 'SentResult')]);
	});

	it('may have counters that lag, are empty or are left out', async () => {
		const seen = async (counters: CallbackSettings['counters'], Phone: string) => {
			const { SendFailed, SendSuccess, TotalSent, SendStatus } = Object.fromEntries(await zns({ counters }, { Phone }));
			return [SendFailed, SendSuccess, TotalSent, SendStatus];
		};
		for (const [phone, counted] of [['0901888484', ['0', '1', '1', '5']], ['0901000114', ['1', '0', '0', '5']]] as const) {
			expect(await seen('counted', phone)).toEqual(counted);
			expect(await seen('zero', phone)).toEqual(['0', '0', ...counted.slice(2)]);
			expect(await seen('empty', phone)).toEqual(['', '', ...counted.slice(2)]);
			expect(await seen('missing', phone)).toEqual([undefined, undefined, ...counted.slice(2)]);
		}
	});

	it('may lack the type, and the Official Account', async () => {
		expect(names(await zns({ typeId: 'missing' }))).toEqual(ZNS.filter((name) => name !== 'TypeId'));
		expect(names(await zns({ oaId: 'missing' }))).toEqual(ZNS.filter((name) => name !== 'TypeId' && name !== 'oaid'));
		// What is left out cannot come first.
		expect(names(await zns({ typeId: 'told', first: 'oaid' }))).toEqual(ZNS.filter((name) => name !== 'oaid'));
	});

	it('may lack the reason of a failure, and of nothing else', async () => {
		const missing: Callback = { reason: 'missing' };
		const failed = new Map(await zns(missing, { Phone: '0901000114' }));
		expect([...failed.keys()]).toEqual(ZNS);
		expect([failed.get('SendFailed'), failed.get('error_info')]).toEqual(['1', '']);
		expect(new Map(await zns(missing)).get('error_info')).toContain('Success');
		expect(new Map(await zns({ reason: 'told' }, { Phone: '0901000114' })).get('error_info')).toContain('-114');
	});

	it('may lack the reason of a failed transaction message, too', async () => {
		stage.simulator.configure({ esms: { callback: { reason: 'missing' } } });
		const Payload = follower(samplePayload(), '70000000000000213');
		await sendTransaction(stage.simulator, {}, { Payload, CallbackUrl: stage.receiver.url });
		await stage.simulator.whenIdle();
		expect(reportsOf(stage.receiver)).toEqual([expect.objectContaining({ TypeId: '26', SendFailed: '1', error_info: '' })]);
	});

	it('have one order in all repetitions of a callback', async () => {
		await zns({ parameterOrder: 'random', repeat: 3 });
		expect(new Set(stage.receiver.received.map(({ url }) => url)).size).toBe(1);
		expect(stage.receiver.received).toHaveLength(3);
	});
});
