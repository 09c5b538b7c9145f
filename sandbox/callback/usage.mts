import { DETAILS } from './door.mjs';
import { VARIABLE } from './secret.mjs';
import { DOORS } from './wish.mjs';

const row = (name: string, what: string) => `  ${name.padEnd(28)}${what}`;

const kinds = Object.entries(DOORS).flatMap(([provider, { label, kinds }]) => [
	`\nKinds of ${label} (--provider=${provider}; the first is the usual one):`,
	...Object.entries(kinds).map(([name, { what }]) => row(name, what)),
]);

export const USAGE = `npm run callback -- --provider=esms|caresoft|zalo --url=ADDRESS [--kind=KIND] [details]

Calls an address once, as the provider would, and shows what went out and what came back.
Nothing is sent to a customer, and no provider hears of it.
${kinds.join('\n')}

Details, each where the kind has it:
${Object.entries(DETAILS).map(([name, what]) => row(`--${name}`, what)).join('\n')}
  --status of eSMS is delivered (unless you say so), failed, rejected, sent or waiting.

What signs the call, as it stands in the credential of the trigger:
${row(VARIABLE, 'variable of the environment; where it is not set, you are asked')}
${row('--secret', 'the same, but it stays in the history of your shell')}
${row('--unsigned', 'leaves the signature out: a trigger must refuse such a call')}

Examples:
  npm run callback -- --provider=esms --url=https://n8n.example.com/webhook/…/zns-delivery --status=failed --reason=-118
  npm run callback -- --provider=caresoft --url=https://n8n.example.com/webhook/…/zns-delivery --status-path=ticket.ticket_comment.status --status=delivered
  npm run callback -- --provider=zalo --url=https://n8n.example.com/webhook/…/zns-delivery --app-id=2074138120372622546 --kind=user_feedback
  npm run callback -- --provider=esms --kind=short-code --url=https://n8n.example.com/webhook/…/esms-inbound --text='DH DH001'

It ends with 0 where the call was taken, 1 where it was refused or nobody answered, 2 where nothing was sent.`;
