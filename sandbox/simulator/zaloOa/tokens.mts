import { randomBytes } from 'node:crypto';
import type { World } from '../world.mjs';

export interface TokenPair {
	accessToken: string;
	refreshToken: string;
	/** When the access token dies, epoch ms. */
	expiresAt: number;
}

/** What happened at the token endpoint. */
export interface TokenCounters {
	/** Requests that came, refused ones included. */
	calls: number;
	/** Pairs issued for a refresh token. */
	refreshes: number;
	/** Pairs issued for an authorization code. */
	codeExchanges: number;
	/** Requests with a refresh token that was spent before. */
	spentAgain: number;
	/** Pairs whose answer was cut off. */
	lost: number;
	/** Most requests that were open at one time. */
	mostAtOnce: number;
	/** Calls of the API with an access token that is dead or was never issued. */
	deadTokenCalls: number;
}

interface Grant {
	pair: TokenPair;
	refreshDiesAt: number;
	spent: boolean;
}

const NONE: TokenCounters = {
	calls: 0, refreshes: 0, codeExchanges: 0, spentAgain: 0, lost: 0, mostAtOnce: 0, deadTokenCalls: 0,
};

/** The tokens of one Official Account for one app: refresh tokens rotate and work once (zalo.md 1.4). */
export class Tokens {
	counters: TokenCounters = { ...NONE };
	/** The pair issued last. */
	newest!: TokenPair;
	private readonly byAccess = new Map<string, TokenPair>();
	private readonly byRefresh = new Map<string, Grant>();
	private readonly codes = new Map<string, number>();
	private open = 0;

	constructor(private readonly world: World) {
		this.seed();
	}

	/** Hands out the pair of the settings. */
	seed(): void {
		const { accessToken, refreshToken } = this.world.settings.zalo.tokens;
		this.add(accessToken, refreshToken);
	}

	/** A fresh pair, as after a new consent; pairs that live go on living. */
	handOut(): TokenPair {
		return this.add(newToken(), newToken());
	}

	lives(accessToken: string): boolean {
		return (this.byAccess.get(accessToken)?.expiresAt ?? 0) > this.world.now();
	}

	/** Spends a refresh token for a new pair; undefined when it is spent, out of date or was never issued. */
	refresh(refreshToken: string): TokenPair | undefined {
		const grant = this.byRefresh.get(refreshToken);
		if (grant?.spent) this.counters.spentAgain += 1;
		if (!grant || grant.spent || grant.refreshDiesAt <= this.world.now()) return undefined;
		grant.spent = true;
		if (this.world.settings.zalo.tokens.oldAccessToken === 'dies') grant.pair.expiresAt = this.world.now();
		this.counters.refreshes += 1;
		return this.handOut();
	}

	/** An authorization code, as the consent of an administrator yields one. */
	newCode(): string {
		const code = newToken();
		this.codes.set(code, this.world.now() + this.world.settings.zalo.tokens.codeLifetimeMs);
		return code;
	}

	/** Spends an authorization code; undefined when it is spent, out of date or was never issued. */
	exchange(code: string): TokenPair | undefined {
		const diesAt = this.codes.get(code) ?? 0;
		this.codes.delete(code);
		if (diesAt <= this.world.now()) return undefined;
		this.counters.codeExchanges += 1;
		return this.handOut();
	}

	/** Ends every access token now; refresh tokens stay good. */
	expire(): void {
		for (const pair of this.byAccess.values()) pair.expiresAt = Math.min(pair.expiresAt, this.world.now());
	}

	/** Ends every token now, as when the administrator withdraws the consent. */
	revoke(): void {
		this.expire();
		for (const grant of this.byRefresh.values()) grant.spent = true;
	}

	/** Counts a request to the token endpoint while it is open; returns what ends it. */
	begin(): () => void {
		this.counters.calls += 1;
		this.counters.mostAtOnce = Math.max(this.counters.mostAtOnce, ++this.open);
		const { counters } = this;
		return () => {
			// After a reset the count is that of another life.
			if (counters === this.counters) this.open -= 1;
		};
	}

	/** Everything that must not be shown to anybody. */
	secrets(): string[] {
		return [...this.byAccess.keys(), ...this.byRefresh.keys(), ...this.codes.keys()];
	}

	reset(): void {
		this.byAccess.clear();
		this.byRefresh.clear();
		this.codes.clear();
		this.counters = { ...NONE };
		this.open = 0;
		this.seed();
	}

	private add(accessToken: string, refreshToken: string): TokenPair {
		const { lifetimeS, refreshLifetimeMs } = this.world.settings.zalo.tokens;
		const now = this.world.now();
		const pair = { accessToken, refreshToken, expiresAt: now + lifetimeS * 1_000 };
		this.byAccess.set(accessToken, pair);
		this.byRefresh.set(refreshToken, { pair, refreshDiesAt: now + refreshLifetimeMs, spent: false });
		this.newest = pair;
		return pair;
	}
}

/** As long and as opaque as tokens are. */
function newToken(): string {
	return randomBytes(96).toString('base64url');
}
