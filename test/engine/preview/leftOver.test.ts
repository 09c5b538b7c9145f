import { useAccount } from '../caresoft/account.mjs';

const account = useAccount({ resource: 'ticket', operation: 'create' });

it('a switch left over from another operation does not keep a ticket from being created', async () => {
	const { outputs, error } = await account.run(
		{ phone: '={{ $json.phone }}', subject: 'Giao hàng DH001', comment: 'Không liên lạc được qua Zalo', previewOnly: true },
		[{ phone: '0913555666' }],
	);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ id: expect.stringMatching(/^\d+$/) });
});
