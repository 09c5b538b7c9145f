import { DOORS } from '../../../../sandbox/callback/wish.mjs';
import { callback } from '../../../support/callbackCommand.mjs';

const URL = '--url=http://127.0.0.1:9/x';

it.each<[string, string[], string]>([
	['no provider', [URL], '--provider is missing: esms, caresoft, zalo.'],
	['another provider', ['--provider=viettel', URL], '--provider is one of esms, caresoft, zalo, not "viettel".'],
	['another kind', ['--provider=caresoft', '--kind=fax', URL], '--kind is one of zns, sms, user, not "fax".'],
	['no address', ['--provider=esms'], '--url is missing: the address of the trigger.'],
	['an address without its beginning', ['--provider=esms', '--url=n8n.example.com/x'], '--url is an address that starts with https:// or http://, not "n8n.example.com/x".'],
	['a status that is none', ['--provider=esms', URL, '--status=lost'], '--status is one of delivered, failed, rejected, sent, waiting, not "lost".'],
	['a reason that is none', ['--provider=esms', URL, '--status=failed', '--reason=gone'], '--reason is a code of Zalo such as -118, not "gone".'],
	['a reason of what was delivered', ['--provider=esms', URL, '--reason=-118'], 'add --status=failed'],
	['a detail of another provider', ['--provider=zalo', URL, '--ticket-id=1'], '--kind=user_received_message of Zalo has no --ticket-id. It takes: --message-id'],
	['an empty detail', ['--provider=esms', URL, '--message-id='], '--message-id is empty.'],
	['a state of CareSoft without its place', ['--provider=caresoft', URL, '--status=delivered'], '--status and --status-path belong together'],
	['a place that is none', ['--provider=caresoft', URL, '--status=a', '--status-path=a..b'], '--status-path is a path such as'],
	['a ticket that is no number', ['--provider=caresoft', URL, '--ticket-id=DH1'], '--ticket-id is a number, not "DH1".'],
	['a secret where nothing is signed', ['--provider=esms', URL, '--secret=x'], 'eSMS does not sign this call: leave --secret out.'],
	['an empty secret', ['--provider=zalo', URL, '--secret='], 'Without a signature: --unsigned.'],
	['both', ['--provider=zalo', URL, '--secret=x', '--unsigned'], 'exclude each other'],
	['an unknown option', ['--provider=esms', URL, '--colour=red'], "Unknown option '--colour'"],
	['a secret that nobody gives, and nobody to ask', ['--provider=zalo', URL], "set CALLBACK_SECRET to the 'OA Secret Key' of the credential"],
])('%s: nothing is sent, and it says what can be', async (_, args, words) => {
	const { code, said } = await callback(args);
	expect([code, said]).toEqual([2, expect.stringContaining(words)]);
	expect(said).toContain('npm run callback -- --help');
});

it('asks for the secret at a terminal, and does not show it', async () => {
	const { code, said } = await callback(['--provider=caresoft', URL], { typed: 'typed-secret' });
	expect(code).toBe(1);
	expect(said).toContain('Webhook Secret Key of the credential (it is not shown): ');
	expect(said).toMatch(/X-Hub-Signature: [0-9A-F]{40}/);
	expect(said).not.toContain('typed-secret');
});

it('nothing typed is no secret', async () => {
	expect(await callback(['--provider=caresoft', URL], { typed: '' })).toMatchObject({ code: 2, said: expect.stringContaining('The secret is empty') as string });
});

it('the help names every provider, kind and detail', async () => {
	const { code, said } = await callback(['--help']);
	expect(code).toBe(0);
	for (const [provider, { kinds }] of Object.entries(DOORS)) {
		expect(said).toContain(`--provider=${provider}`);
		for (const [name, { takes }] of Object.entries(kinds)) for (const word of [name, ...takes.map((detail) => `--${detail}`)]) expect(said).toContain(word);
	}
	expect(await callback([])).toEqual({ code, said });
});
