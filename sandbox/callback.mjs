#!/usr/bin/env node
/** `npm run callback`: sends one signed test callback to an address; no n8n is installed for it. */
import { join } from 'node:path';

import { launch } from './setup/launch.mjs';

await launch(join('callback', 'main.mjs'), { withN8n: false });
