import { publicUrlFault } from '../../domain/publicUrl';
import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Run } from '../run/run';

/** @returns the URL as it may be shown: its token lets anybody end the wait */
export function withoutToken(url: string): string {
	return url.replace(/(signature=)[^&]*/, '$1…');
}

/**
 * Makes the URL that the provider calls while the run waits. It ends in an empty parameter, because eSMS may join
 * its own with `?` or with `&`: the token survives both (n8n.md 4.4).
 */
export function resumeUrl(context: IExecuteFunctions | IWebhookFunctions): string {
	const base = String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0));
	const [path = '', query] = base.split('?');
	return `${path}/${context.getNode().id}?${query ? `${query}&` : ''}cb=`;
}

/** @returns why the real provider could never reach this n8n, and its address as n8n knows it; undefined where it could */
export function resumeUrlFault<Client>(run: Run<Client>): { what: string; address: string } | undefined {
	const url = resumeUrl(run.context);
	const what = run.live ? publicUrlFault(url) : undefined;
	return what === undefined ? undefined : { what, address: url.split('/webhook-waiting')[0] ?? '' };
}
