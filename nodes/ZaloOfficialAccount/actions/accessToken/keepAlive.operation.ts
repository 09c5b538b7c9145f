import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { numberBetween } from '../../../shared/fields/kinds/number';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { readSetting } from '../../../shared/run/setting';
import { keepAlive as keepTokenAlive, type TokenLife } from '../../../shared/run/keepAlive';

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
	calls: [PATHS.renewal],
	execute,
};

/** Renews the tokens where that is due, once however many items ask for it (zalo.md 1.4). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const enoughHours = readSetting(run.context, enoughField, numberBetween(0, 1000), ENOUGH_HOURS);
	let life: Promise<TokenLife> | undefined;
	const items = await readItems(run, async () => {
		const { renewed, expiresAt } = await (life ??= keepTokenAlive(run.context, run.provider, enoughHours * HOUR_MS));
		return [{ renewed, expiresAt, hoursLeft: expiresAt === null ? null : hoursUntil(expiresAt) }];
	});
	return [items];
}

/** @returns hours to a tenth; 0 for what is over */
function hoursUntil(time: string): number {
	return Math.max(0, Math.round(((Date.parse(time) - Date.now()) / HOUR_MS) * 10) / 10);
}
