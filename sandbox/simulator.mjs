#!/usr/bin/env node
/** `npm run simulator`: the simulator of the providers alone; no n8n is installed for it. */
import { join } from 'node:path';

import { launch } from './setup/launch.mjs';

await launch(join('simulator', 'cli.mjs'), { withN8n: false });
