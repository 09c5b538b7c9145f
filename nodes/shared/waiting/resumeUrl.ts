import { publicUrlFault } from '../../domain/publicUrl';
import { Refusal } from '../refusal';
import type { Run } from '../run/run';

/** @returns the URL as it may be shown: its token lets anybody end the wait */
export function withoutToken(url: string): string {
	return url.replace(/(signature=)[^&]*/, '$1…');
}

/**
 * Makes the URL that the provider calls while the run waits. It ends in an empty parameter, because eSMS may join
 * its own with `?` or with `&`: the token survives both (n8n.md 4.4).
 *
 * @throws Refusal where the real provider could never reach it; nothing is sent then
 */
export function resumeUrl({ context, provider, live }: Run): string {
	const base = String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0));
	const [path = '', query] = base.split('?');
	const url = `${path}/${context.getNode().id}?${query ? `${query}&` : ''}cb=`;
	const fault = live ? publicUrlFault(url) : undefined;
	if (fault === undefined) return url;
	throw new Refusal(context.getNode(), `${provider.label} cannot report to this n8n: ${fault}`, {
		advice: `Set WEBHOOK_URL of your n8n to its public https address (now ${path.split('/webhook-waiting')[0]}), or set 'After Sending' to 'Continue'. Nothing was sent.`,
	});
}
