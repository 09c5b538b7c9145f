import { n8nEnvironment } from '../../../sandbox/n8n/environment.mjs';

const PLACE = { sandboxDir: '/sandbox', userFolder: '/user', port: 5678, brokerPort: 5679 };

it('n8n lives where its users do, wherever the caller is', () => {
	for (const caller of [{}, { TZ: 'America/New_York', GENERIC_TIMEZONE: 'Europe/Berlin' }]) {
		expect(n8nEnvironment(PLACE, caller)).toMatchObject({ TZ: 'Asia/Ho_Chi_Minh', GENERIC_TIMEZONE: 'Asia/Ho_Chi_Minh' });
	}
});

it("none of the caller's settings of n8n reach it, and those that are given win", () => {
	const environment = n8nEnvironment(PLACE, { N8N_ENCRYPTION_KEY: 'x', HOME: '/home' }, { TZ: 'UTC' });
	expect(environment).toMatchObject({ HOME: '/home', TZ: 'UTC' });
	expect(environment).not.toHaveProperty('N8N_ENCRYPTION_KEY');
});
