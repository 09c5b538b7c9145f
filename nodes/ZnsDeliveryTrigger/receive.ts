import type { IWebhookFunctions } from 'n8n-workflow';
import { choice } from '../shared/fields/kinds/choice';
import { repeatsOf } from '../shared/webhooks/repeats';
import { triggerSetting, type TriggerContext } from '../shared/webhooks/setting';
import { isWanted, readFilters, type Filters } from './filters';
import type { Received, Source } from './received';
import { ignoresRepeats } from './repeats';
import { caresoft } from './sources/caresoft';
import { esms } from './sources/esms';
import { zalo } from './sources/zalo';

const REPEATED: Received = { ignored: 'Repeated callback' };

const sourceField = { name: 'source', displayName: 'Source' };

const SOURCES = { caresoft, esms, zalo };
const NAMES = Object.keys(SOURCES) as Array<keyof typeof SOURCES>;

/** What the user wants of the trigger. */
interface Settings {
	source: Source<unknown>;
	filters: Filters;
	ignoresRepeated: boolean;
}

function readSettings(context: TriggerContext): Settings {
	return {
		source: SOURCES[triggerSetting(context, sourceField, choice(NAMES), 'esms')],
		filters: readFilters(context),
		ignoresRepeated: ignoresRepeats(context),
	};
}

/** Reads all settings of the trigger; throws Refusal where one is wrong, which would let pass too much, too little or nothing. */
export async function checkSettings(context: TriggerContext): Promise<void> {
	const { source } = readSettings(context);
	source.readSettings(context);
	await source.checkCredential?.(context);
}

/** Takes a call through all steps of the trigger: read, confirm, filter, know repeats. */
export async function receive(context: IWebhookFunctions): Promise<Received> {
	const { source, filters, ignoresRepeated } = readSettings(context);
	const own = source.readSettings(context);
	const claim = await source.receive(context, own);
	if (!('report' in claim)) return claim;
	const repeats = ignoresRepeated ? repeatsOf(context) : undefined;
	// What was emitted before need not be asked for again.
	if (repeats?.isKnown(claim.report.eventId)) return REPEATED;

	const received = source.confirm ? await source.confirm(context, claim.report, own) : claim;
	if (!('report' in received)) return received;
	if (!isWanted(filters, received.report)) return { ignored: 'Left out by a filter' };
	// While eSMS was asked, the same report may have come by another call.
	return repeats?.note(received.report.eventId) === false ? REPEATED : received;
}
