import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { isoTime } from '../../../domain/time';
import type { CredentialData } from '../../../providers/provider';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { session } from '../../../providers/zalo/session';
import { numberBetween } from '../../../shared/fields/kinds/number';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import { connect } from '../../../shared/run/connect';
import type { Run } from '../../../shared/run/run';
import { readSetting } from '../../../shared/run/setting';

const HOUR_MS = 3_600_000;

/** In a workflow that runs every 12 hours, an access token that lives for 25 hours has 13 left in the next run. */
const ENOUGH_HOURS = 14;

const enoughField: INodeProperties = {
	displayName: 'Renew Below (Hours)',
	name: 'renewBelow',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1000 },
	default: ENOUGH_HOURS,
	description: 'Renews the tokens where the access token lives for fewer hours than this. It lives for 25 hours as a rule, so that 14 renews it in each run of a workflow that runs every 12 hours, and not in runs between.',
};

export const keepAlive: Operation<ZaloClient> = {
	option: {
		name: 'Keep Alive',
		value: 'keepAlive',
		action: 'Keep access token alive',
		description: 'Renew the tokens of the credential before they end, and tell how long the access token lives; it returns no token. In a workflow that runs every 12 hours it keeps a quiet Official Account from being cut off after 3 months.',
	},
	fields: [enoughField],
	calls: [PATHS.accessToken],
	execute,
};

/** What may be told of an access token. */
interface TokenLife {
	/** Whether this run brought another one. */
	renewed: boolean;
	/** ISO 8601; null where Zalo does not tell. */
	expiresAt: string | null;
	/** To a tenth; null where Zalo does not tell. */
	hoursLeft: number | null;
}

/** Renews the tokens where that is due, once however many items ask for it (zalo.md 1.4). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const enoughHours = readSetting(run.context, enoughField, numberBetween(0, 1000), ENOUGH_HOURS);
	let life: Promise<TokenLife> | undefined;
	return [await readItems(run, async () => [{ ...(await (life ??= renewBelow(run, enoughHours * HOUR_MS))) }])];
}

async function renewBelow({ context, provider }: Run<ZaloClient>, enoughMs: number): Promise<TokenLife> {
	const { session: tokens } = await connect(context, provider);
	const held = await credentialOf(context, provider.credentialType);
	// One that does not say when it ends may be old.
	const isDue = session.tokenOf(held) === '' || (session.expiresAt(held) ?? 0) - Date.now() < enoughMs;
	if (!isDue || !tokens) return lifeOf(held, false);
	return lifeOf(await tokens.renewed(), true);
}

async function credentialOf(context: IExecuteFunctions, type: string): Promise<CredentialData> {
	return await context.getCredentials(type);
}

function lifeOf(credential: CredentialData, renewed: boolean): TokenLife {
	const end = session.expiresAt(credential);
	if (end === undefined) return { renewed, expiresAt: null, hoursLeft: null };
	return {
		renewed,
		expiresAt: isoTime(DateTime.fromMillis(end)) ?? null,
		hoursLeft: Math.max(0, Math.round(((end - Date.now()) / HOUR_MS) * 10) / 10),
	};
}
