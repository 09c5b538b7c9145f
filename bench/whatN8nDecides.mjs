/** What n8n itself sets a limit to, so that it is no goal: said once, for the page of results. */
export const WHAT_N8N_DECIDES = `## What n8n decides

Of these nobody who writes a node can make more, so they are no goals:

- **Send ZNS beside HTTP Request, with pacing off.** A credential, an expression for each field, and a bound on what is under way cost n8n what HTTP Request does not pay: its keys stand in the body, which is one expression, and it opens as many connections as there are items. The cheapest node pays for them, too; how far it is from HTTP Request is n8n's share, and how far Send ZNS is from the cheapest node is ours. As it comes, its pace of 20 a second is far below all of this.
- **Batches beside single messages, with pacing off.** Without a pace both are bound by what n8n costs for each item, and not by requests. At the pace that the node comes with, a batch of 500 counts as one request.
- **The trigger beside the Webhook node, as n8n comes.** n8n 2.41 takes an isolate for each call before a trigger sees it, except where the trigger is its own Webhook node (\`webhookPhaseNeedsIsolate\`); no other node can ask for that exception. Where it takes isolates for both or for neither, the trigger has the same goal as ever. docs/scaling.md has the profile, and the setting that spares them.
- **Starting runs.** A callback costs what a run costs: n8n starts one for each, in one process, whatever the trigger. A burst above that rate waits in n8n, with the Webhook node as with ours.`;
