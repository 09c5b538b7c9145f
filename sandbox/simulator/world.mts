import { BoundedLog } from './boundedLog.mjs';
import { ChangeFeed } from './changeFeed.mjs';
import { Tenant } from './caresoft/tenant.mjs';
import { Account } from './esms/account.mjs';
import { Journal } from './journal.mjs';
import { Outbound } from './outbound.mjs';
import { PhoneHashes } from './phoneHashes.mjs';
import type { CallbackTry, LoggedRequest } from './records.mjs';
import { defaultSettings, mergeSettings, type DeepPartial, type SimulatorSettings } from './settings.mjs';
import { Tasks } from './tasks.mjs';
import { ZaloApp } from './zaloOa/app.mjs';

export type Clock = () => number;

/** Everything one simulator knows; each part of it forgets at `reset`. */
export class World {
	settings: SimulatorSettings;
	readonly tasks = new Tasks();
	readonly feed = new ChangeFeed();
	readonly journal: Journal;
	readonly phoneHashes = new PhoneHashes();
	readonly requests: BoundedLog<LoggedRequest>;
	readonly callbacks: BoundedLog<CallbackTry>;
	readonly outbound: Outbound;
	readonly account: Account;
	readonly tenant: Tenant;
	readonly zalo: ZaloApp;
	private requestCount = 0;

	constructor(
		private readonly initial: DeepPartial<SimulatorSettings>,
		readonly now: Clock,
	) {
		this.settings = this.initialSettings();
		this.journal = new Journal(this);
		this.requests = new BoundedLog(() => this.settings.keep.requests);
		this.callbacks = new BoundedLog(() => this.settings.keep.callbacks);
		this.outbound = new Outbound(this);
		this.account = new Account(this);
		this.tenant = new Tenant(this);
		this.zalo = new ZaloApp(this);
	}

	/** Changes settings; a new balance, new limits, a new pair of tokens and new faults count from now on. */
	configure(patch: DeepPartial<SimulatorSettings>): void {
		// A patch with a mistake must not leave half of itself behind.
		const next = structuredClone(this.settings);
		mergeSettings(next, patch);
		this.settings = next;
		if (patch.esms?.balance !== undefined) this.account.balance = patch.esms.balance;
		if (patch.caresoft?.limits) this.tenant.resetLimiter();
		if (patch.zalo?.tokens?.accessToken !== undefined || patch.zalo?.tokens?.refreshToken !== undefined) this.zalo.tokens.seed();
		if (patch.zalo?.faults) this.zalo.faults.clear();
		this.feed.publish('settings', next);
	}

	/** Forgets all messages, requests and callbacks and returns to the settings of the start. */
	reset(): void {
		this.tasks.cancelAll();
		this.settings = this.initialSettings();
		this.journal.clear();
		this.phoneHashes.clear();
		this.requests.clear();
		this.callbacks.clear();
		this.account.reset();
		this.tenant.reset();
		this.zalo.reset();
		this.feed.publish('reset', {});
	}

	logRequest(entry: Omit<LoggedRequest, 'id'>): void {
		const logged = { id: ++this.requestCount, ...entry };
		this.requests.add(logged);
		this.feed.publish('request', logged);
	}

	private initialSettings(): SimulatorSettings {
		const settings = defaultSettings();
		mergeSettings(settings, this.initial);
		return settings;
	}
}
