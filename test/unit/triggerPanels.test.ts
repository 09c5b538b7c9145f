import type { INodeTypeDescription } from 'n8n-workflow';
import { NODE_PAGES } from '../../tools/nodes/catalogue.mjs';

const triggers = NODE_PAGES.map(({ description }) => description).filter(({ group }) => group.includes('trigger'));

/** What n8n's editor takes of a panel, as its component does (n8n 2.41); it has words of its own for what is missing. */
function shown({ triggerPanel }: INodeTypeDescription, state: 'active' | 'inactive'): Record<'header' | 'hint' | 'help', string> {
	const { header = '', activationHint, executionsHelp } = typeof triggerPanel === 'object' ? triggerPanel : {};
	const of = (texts: string | { active: string; inactive: string } | undefined) => (typeof texts === 'string' ? texts : (texts?.[state] ?? ''));
	return { header, hint: of(activationHint), help: of(executionsHelp) };
}

const plain = (text: string) => text.replace(/<br \/>/g, '').replace(/<[^>]*>/g, '');

it('there are two triggers', () => expect(triggers.map(({ name }) => name)).toEqual(['znsDeliveryTrigger', 'esmsInboundTrigger']));

describe.each(triggers.map((description) => [description.displayName, description] as const))('the panel of %s', (_name, description) => {
	it.each(['inactive', 'active'] as const)('says in words of its own what to do for the test URL and for the production URL: %s', (state) => {
		const { header, hint, help } = shown(description, state);
		expect(header).toMatch(/^Receive .*[^.]$/);
		expect(hint).toMatch(/production URL.*\.$/);
		const [building = '', production = ''] = plain(help).split(/(?=Once your workflow is ready|Your workflow is published)/);
		// The button of a trigger that is not n8n's own Webhook node.
		expect(building).toContain("click the 'execute step' button");
		expect(building).toMatch(/listens at the test URL for two minutes/);
		expect(production).toMatch(/production URL/);
		expect(production).toMatch(/executions list, but not in the editor\./);
		expect(help).toContain("<a data-key='executions'>executions list</a>");
	});

	it('says publish before it is done, and that it is done afterwards', () => {
		const [before, after] = [shown(description, 'inactive'), shown(description, 'active')];
		expect(before.hint).toMatch(/publish it/);
		expect(before.help).toMatch(/publish it/);
		expect(after.help).toMatch(/Your workflow is published/);
		expect(after.hint + after.help).not.toMatch(/publish it/);
	});

	it('no text of the trigger speaks of events of a service, or of activating', () => {
		const { eventTriggerDescription = '', activationMessage = '' } = description;
		const texts = [eventTriggerDescription, activationMessage, ...(['active', 'inactive'] as const).flatMap((state) => Object.values(shown(description, state)))];
		for (const text of texts) {
			expect(text).not.toMatch(/activat|create an event|make an event/i);
			expect(text.length).toBeGreaterThan(20);
		}
	});

	it('what shows while n8n listens names the test URL, what shows after publishing the production URL', () => {
		expect(description.eventTriggerDescription).toMatch(/^Waiting for .* at the test URL: .*[^.]$/);
		expect(description.activationMessage).toMatch(/production URL now start this workflow\. .*\.$/);
	});

	it('the side of the output says what to do while n8n listens, where the panel of n8n 2.41 only wants an event', () => {
		const { hints = [] } = description;
		expect(hints.length).toBeGreaterThan(0);
		for (const { message, location, whenToDisplay } of hints) {
			expect(message).toMatch(/^While n8n listens, .*test URL.*\.$/);
			expect({ location, whenToDisplay }).toEqual({ location: 'outputPane', whenToDisplay: 'beforeExecution' });
		}
	});

	it('has sentences, and no tag that the editor does not show', () => {
		for (const state of ['active', 'inactive'] as const) {
			const { help, hint } = shown(description, state);
			for (const text of [help, hint]) {
				expect(plain(text)).toMatch(/[.)]$/);
				expect(plain(text)).not.toMatch(/ {3}|\.\s*\.|undefined/);
				expect(text.replace(/<\/?b>|<br \/>|<a data-key='executions'>|<\/a>/g, '')).not.toMatch(/[<>]/);
			}
		}
	});
});

it('the delivery trigger has a hint for each source, as the way to an event differs', () => {
	const [{ hints = [], properties }] = triggers as [INodeTypeDescription];
	const sources = properties.find(({ name }) => name === 'source')?.options ?? [];
	for (const source of sources) expect(hints.filter(({ displayCondition }) => displayCondition?.includes(`"${'value' in source ? source.value : ''}"`))).toHaveLength(1);
	expect(hints).toHaveLength(sources.length);
});

it('the delivery trigger names the option that takes its URL, and what CareSoft and Zalo want', () => {
	const [delivery] = triggers as [INodeTypeDescription];
	for (const state of ['active', 'inactive'] as const) {
		expect(plain(shown(delivery, state).help)).toMatch(/Put the test URL into the option 'Callback URL' of a node that sends, and send one message to yourself/);
		expect(plain(shown(delivery, state).help)).toMatch(/CareSoft takes no URL with a message/);
		expect(plain(shown(delivery, state).help)).toMatch(/Zalo takes one URL for each app: .*https.*verified.*without a port.*OA Secret Key.*test URL there for as long as you test/);
	}
	expect(delivery.eventTriggerDescription).toContain("'Callback URL'");
	for (const text of [delivery.eventTriggerDescription, delivery.activationMessage]) expect(text).toMatch(/for Zalo, enter .+ in the app console/);
});
