#!/usr/bin/env node
/**
 * `npm start`: installs what is missing, builds, and shows the nodes at work in
 * a real n8n. Only Node's own modules here: nothing may be installed yet.
 */
import { launch } from './setup/launch.mjs';

await launch('demo.mjs', { withN8n: true });
