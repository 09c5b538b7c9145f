import { delimiter, join } from 'node:path';

/** Variables of the caller that a program needs to run at all; nothing else reaches n8n. */
const INHERITED = [
	'HOME',
	'LANG',
	'LC_ALL',
	'TMPDIR',
	'TEMP',
	'TMP',
	'USERPROFILE',
	'APPDATA',
	'LOCALAPPDATA',
	'SystemRoot',
	'ComSpec',
	'PATHEXT',
];

/** Everything that n8n would fetch from or report to its makers: a sandbox talks to nobody. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_AI_ENABLED: 'false',
	N8N_PUBLIC_API_DISABLED: 'true',
	// It fetches a list from n8n's makers at every start.
	N8N_DISABLED_MODULES: 'mcp-registry',
	// Said explicitly, because n8n announces that the default will change.
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_PYTHON_ENABLED: 'false',
};

/** Where those live who use the nodes; n8n would take New York. */
const TIMEZONE = 'Asia/Ho_Chi_Minh';

/** What one n8n has for itself. */
export interface Place {
	sandboxDir: string;
	userFolder: string;
	port: number;
	brokerPort: number;
}

/** The complete environment of one n8n: none of the caller's settings leak into it. */
export function n8nEnvironment(
	{ sandboxDir, userFolder, port, brokerPort }: Place,
	caller: NodeJS.ProcessEnv,
	extra: Record<string, string> = {},
): Record<string, string> {
	const inherited = INHERITED.flatMap((name) => {
		const value = caller[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	return {
		...Object.fromEntries(inherited),
		// The task runner is started as plain "node" and must find Node 24, not the caller's.
		PATH: [join(sandboxDir, 'node_modules', 'node', 'bin'), caller.PATH ?? caller.Path ?? ''].join(delimiter),
		NODE_ENV: 'production',
		GENERIC_TIMEZONE: TIMEZONE,
		TZ: TIMEZONE,
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		...QUIET,
		...extra,
	};
}
