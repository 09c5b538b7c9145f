import { Examples, FILES } from './examples.mjs';
import { sized } from '../../support/sizes.mjs';
import { HARDEST } from './hardest.mjs';
import { agent } from './scenarios/agent.mjs';
import { agentApproval } from './scenarios/agentApproval.mjs';
import { answerFirst } from './scenarios/answerFirst.mjs';
import { campaign } from './scenarios/campaign.mjs';
import { caresoftTicket } from './scenarios/caresoftTicket.mjs';
import { firstSteps } from './scenarios/firstSteps.mjs';
import { journey } from './scenarios/journey.mjs';
import { keepAlive } from './scenarios/keepAlive.mjs';
import { oneTimePassword } from './scenarios/oneTimePassword.mjs';
import { orderInTwoWorkflows } from './scenarios/orderInTwoWorkflows.mjs';
import { reconcile } from './scenarios/reconcile.mjs';
import { reportsTable } from './scenarios/reportsTable.mjs';
import { statusMessage } from './scenarios/statusMessage.mjs';
import { cascade, missedReports, znsElseSms } from './scenarios/waiting.mjs';
import { orderThroughZalo } from './scenarios/zaloElseSms.mjs';
import { SilentOrders } from './silentOrders.mjs';
import { ZaloOrders } from './zaloOrders.mjs';

/** Tells what a customer gets through an example. */
export type Scenario = (examples: () => Examples) => void;

const zaloElseSms: Scenario = () => orderThroughZalo(() => zalo);

const SCENARIOS: Record<string, Scenario> = {
	'ai-agent-zns-approval.json': agentApproval,
	'ai-agent-zns.json': agent,
	'caresoft-ticket-zns-sms.json': caresoftTicket,
	'find-missed-reports.json': missedReports,
	'form-zns-sms.json': firstSteps,
	'order-answer-then-wait.json': answerFirst,
	'order-confirmed-send-zns.json': orderInTwoWorkflows,
	'order-journey-zns.json': journey,
	'order-status-zalo-message.json': statusMessage,
	'order-zalo-zns-sms.json': zaloElseSms,
	'order-zns-sms.json': znsElseSms,
	'order-zns-viber-sms.json': cascade,
	'otp-zalo-sms.json': oneTimePassword,
	'reconcile-deliveries.json': reconcile,
	'reports-to-data-table.json': reportsTable,
	'zalo-keep-alive.json': keepAlive,
	'zns-campaign-spreadsheet.json': campaign,
	'zns-not-delivered-send-sms.json': orderInTwoWorkflows,
};

let examples: Examples;
let silent: SilentOrders;
let zalo: ZaloOrders;

beforeAll(async () => {
	examples = await Examples.start();
	silent = await SilentOrders.handIn(examples);
	zalo = await ZaloOrders.handIn(examples);
}, 240_000);
afterAll(async () => {
	await silent?.close();
	await zalo?.close();
	await examples?.close();
}, 60_000);
beforeEach(() => examples.stage.simulator.reset());

it('every example has a scenario', () => {
	expect(Object.keys(SCENARIOS).sort()).toEqual(FILES);
});

const EACH = [...new Set(Object.values(SCENARIOS))].map((scenario) => [scenario.name, scenario] as const);

describe.each(EACH)('%s', (_, scenario) => {
	scenario(() => examples);
});

// These take as long as the lags say, so they are told by the soak.
if (sized(false, true)) {
	describe('with eSMS as hard as its documents leave it', () => {
		beforeEach(() => examples.stage.simulator.configure(HARDEST));

		describe.each(EACH)('%s', (_, scenario) => {
			scenario(() => examples);
		});
	});
}

describe('order-zns-sms.json, when the time is over', () => {
	it('a customer of whom nothing is heard gets the SMS', async () => {
		const { ran, sent } = await silent.storyOf('W7');
		expect(ran.slice(-4)).toEqual(['It was sent now', 'Ask once more', 'Still not delivered', 'Send SMS']);
		expect(sent).toEqual(['zns accepted', expect.stringContaining('sms') as string]);
	}, 180_000);

	it('a customer who has refused gets none where the report was lost and eSMS is asked', async () => {
		const { ran, sent } = await silent.storyOf('W8');
		expect(ran.slice(-3)).toEqual(['It was sent now', 'Ask once more', 'Still not delivered']);
		expect(sent).toEqual(['zns failed']);
	}, 180_000);
});
