import { join } from 'node:path';
import { readStoredCredential } from '../../../sandbox/n8n/storedCredential.mjs';
import type { Execution, JsonObject, WorkflowNode } from '../../../sandbox/n8n/types.mjs';
import type { Message, Simulator, TokenCounters } from '../../../sandbox/simulator/index.mjs';
import { importItemWorkflow, outputsOf, packageNode, withOwnSimulator, type Stage } from '../../support/stage.mjs';

/** @returns the value of a picker in which the ID was typed */
export const byId = (value: string): JsonObject => ({ __rl: true, mode: 'id', value });

/** A one-time password to the phone of the item; the code is its order. */
export const OTP: JsonObject = {
	provider: 'zalo',
	template: byId('415201'),
	phone: '={{ $json.phone }}',
	specifyParameters: 'json',
	templateParametersJson: '={{ { otp: $json.order } }}',
	options: { requestsPerSecond: 0 },
};

/** @returns a node that sends one to each item */
export const otpNode = (change: JsonObject = {}, more: Partial<WorkflowNode> = {}): WorkflowNode => packageNode('Send', 'sendZns', { ...OTP, ...change }, more);

let orders = 0;

/** @returns items, each with a phone number and an order of its own */
export function customers(count: number): Array<{ phone: string; order: string }> {
	return Array.from({ length: count }, () => ({ phone: `09${60_000_000 + ++orders}`, order: String(100_000 + orders) }));
}

/** An Official Account of its own at a simulator of its own, whose credential no other test uses. */
export interface Account {
	stage: Stage;
	simulator: Simulator;
	/** How often the token endpoint was asked, and how, since the last time. */
	asked(): TokenCounters;
	/** @returns to whom messages went, once for each message, in order */
	sentTo(): string[];
	/** @returns what n8n's database holds of the credential */
	stored(): Promise<JsonObject>;
	/** Imports a workflow that takes items and sends to each. */
	sending(path: string, node?: WorkflowNode): Promise<{ id: string; url: string }>;
	close(): Promise<void>;
}

export async function openAccount(on: Stage): Promise<Account> {
	const stage = await withOwnSimulator(on);
	const { simulator } = stage;
	let before = simulator.zalo.counters();
	return {
		stage,
		simulator,
		asked: () => {
			const now = simulator.zalo.counters();
			const since = { ...now, calls: now.calls - before.calls, refreshes: now.refreshes - before.refreshes, spentAgain: now.spentAgain - before.spentAgain, lost: now.lost - before.lost, deadTokenCalls: now.deadTokenCalls - before.deadTokenCalls };
			before = now;
			return since;
		},
		sentTo: () => simulator.messages().map(({ phone }: Message) => phone).sort(),
		stored: async () => await readStoredCredential({ sandboxDir: join(__dirname, '..', '..', '..', 'sandbox'), userFolder: stage.userFolder }, stage.credentials.zaloZnsOfficialAccountApi.id),
		sending: async (path, node = otpNode()) => await importItemWorkflow(stage, path, node),
		close: async () => await simulator.close(),
	};
}

/** @returns what one run of each of several items left behind: its status, and its error in words */
export function endingOf(execution: Execution): { status: string; sent: number; error: string | undefined; advice: string | null | undefined } {
	const { error } = execution.data.resultData.runData.Send?.[0] ?? {};
	return { status: execution.status, sent: outputsOf(execution, 'Send').flat().length, error: error?.message, advice: error?.description };
}
